public import TerminalCanvas

extension Theme {
  /// The themes that the program carries: dark, then light.
  ///
  /// They are the files in `themes/`, compiled in, so that the program needs no file to start.
  public static let builtIn: [Theme] = builtInFiles.compactMap { file in
    try? parse(String(decoding: file.bytes, as: UTF8.self), file: file.name)
  }

  /// The built-in themes as files that a user can copy and change.
  public static let builtInFiles: [(name: String, bytes: [UInt8])] = [
    ("harbour-night.theme", PackageResources.harbour_night_theme),
    ("harbour-day.theme", PackageResources.harbour_day_theme),
  ]
}
