import BatonBoard
import Foundation
import TerminalCanvas

/// The themes to choose from: those that the program carries and those in the user's folder, which
/// take the place of a carried one of the same name.
struct ThemeShelf {
  /// The user's folder of theme files; need not be there.
  let folder: String
  /// The themes by id.
  private(set) var themes: [Theme] = []
  /// What is wrong with the user's files.
  private(set) var faults: [Theme.Fault] = []

  /// Reads the themes.
  init(folder: String) {
    self.folder = folder
    read()
  }

  /// Reads the user's files anew. A file with a fault keeps its theme as it was read last.
  mutating func read() {
    var found = Theme.builtIn
    faults = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".theme") && !name.hasPrefix(".") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      do throws(Theme.Fault) {
        let theme = try Theme.parse(String(decoding: data, as: UTF8.self), file: name)
        found.removeAll { $0.id == theme.id }
        found.append(theme)
      } catch {
        faults.append(error)
        let id = String(name.dropLast(".theme".count))
        if let last = themes.first(where: { $0.id == id }) {
          found.removeAll { $0.id == id }
          found.append(last)
        }
      }
    }
    themes = found
  }

  /// The theme of an id, else the first, which is dark.
  func theme(_ id: String?) -> Theme {
    themes.first { $0.id == id } ?? themes.first ?? Theme.builtIn[0]
  }

  /// The themes as the dashboard lists them.
  var names: [ThemeName] {
    themes.map { ThemeName(id: $0.id, title: $0.name, appearance: $0.appearance.rawValue) }
  }
}
