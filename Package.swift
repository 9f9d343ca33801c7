// swift-tools-version: 6.1
import PackageDescription

/// Every target is compiled alike: the Swift 6 language mode, and imports and existentials that
/// say what they mean.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "baton",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "baton", targets: ["baton"]),
    .executable(name: "baton-bench", targets: ["baton-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // What a revenue team shares, and what each command does to it. Imports nothing of ours.
    .target(name: "BatonModel", swiftSettings: settings),

    // The board folder: codec, locks, atomic replacement, watcher, import, export, check.
    .target(name: "BatonStore", dependencies: ["BatonModel"], swiftSettings: settings),

    // Pure functions from leads and a time to figures.
    .target(name: "BatonInsights", dependencies: ["BatonModel"], swiftSettings: settings),

    // Figures as pages of words, tables and pictures, for the screen, the terminal and minutes.
    .target(
      name: "BatonReports", dependencies: ["BatonInsights", "BatonModel", "TerminalCanvas"],
      swiftSettings: settings),

    // A believable board, made of a seed and a time.
    .target(name: "BatonDemo", dependencies: ["BatonModel"], swiftSettings: settings),

    // Cells, frames, widths, colours, themes, events: a terminal without a terminal.
    .target(name: "TerminalCanvas", swiftSettings: settings),

    // ncurses behind TerminalCanvas's `Terminal` protocol.
    .systemLibrary(name: "CNCurses"),
    .target(name: "CTerminalGuard"),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalCanvas", "CNCurses", "CTerminalGuard"],
      swiftSettings: settings),

    // The dashboard: state, actions, update, keymap, screens. No files and no terminal.
    // `BuiltInThemes` is a link to `themes`, since resources must lie in their target's folder.
    .target(
      name: "BatonBoard",
      dependencies: ["BatonInsights", "BatonModel", "BatonReports", "TerminalCanvas"],
      resources: [.embedInCode("BuiltInThemes")], swiftSettings: settings),

    // A terminal window for tests and the benchmark: a pseudo-terminal with a program in it.
    .target(name: "PseudoTerminal", swiftSettings: settings),

    .executableTarget(
      name: "baton",
      dependencies: [
        "BatonBoard", "BatonDemo", "BatonInsights", "BatonModel", "BatonReports", "BatonStore",
        "CursesTerminal", "TerminalCanvas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "baton-bench",
      dependencies: [
        "BatonBoard", "BatonInsights", "BatonModel", "BatonReports", "BatonStore", "PseudoTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .testTarget(name: "BatonModelTests", dependencies: ["BatonModel"], swiftSettings: settings),
    .testTarget(
      name: "BatonStoreTests", dependencies: ["BatonDemo", "BatonStore", "BatonModel"],
      swiftSettings: settings),
    // Many writers, killed writers and random input; `BATON_LONG=1` makes these tests long.
    .target(
      name: "StoreActing", dependencies: ["BatonModel"], path: "Tests/StoreActing",
      swiftSettings: settings),
    .executableTarget(
      name: "store-actor", dependencies: ["BatonModel", "BatonStore", "StoreActing"],
      path: "Tests/StoreActor", swiftSettings: settings),
    .testTarget(
      name: "EnduranceTests",
      dependencies: ["BatonModel", "BatonStore", "StoreActing", "store-actor"],
      swiftSettings: settings),
    .testTarget(
      name: "BatonInsightsTests", dependencies: ["BatonInsights", "BatonModel"],
      swiftSettings: settings),
    .testTarget(
      name: "BatonReportsTests",
      dependencies: ["BatonDemo", "BatonInsights", "BatonModel", "BatonReports"],
      swiftSettings: settings),
    .testTarget(
      name: "BatonDemoTests", dependencies: ["BatonDemo", "BatonModel"], swiftSettings: settings),
    .testTarget(
      name: "TerminalCanvasTests", dependencies: ["TerminalCanvas"], swiftSettings: settings),
    // Run by the tests in a pseudo-terminal of their own, since a process has but one terminal.
    .executableTarget(
      name: "terminal-probe", dependencies: ["CursesTerminal", "TerminalCanvas"],
      path: "Tests/TerminalProbe", swiftSettings: settings),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "PseudoTerminal", "TerminalCanvas", "terminal-probe"],
      swiftSettings: settings),
    .testTarget(
      name: "BatonBoardTests",
      dependencies: [
        "BatonBoard", "BatonDemo", "BatonInsights", "BatonModel", "BatonReports", "TerminalCanvas",
      ],
      exclude: ["Golden"], swiftSettings: settings),
    // The built program in a real pseudo-terminal, and its subcommands.
    .testTarget(
      name: "BatonTests",
      dependencies: [
        "baton", "BatonInsights", "BatonModel", "BatonStore", "PseudoTerminal", "TerminalCanvas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ]
)
