import BatonModel
import BatonStore
import Foundation

/// What a user sets for themselves, in `config.json` of the settings folder; every key may miss.
struct Settings: JSONRecord, Hashable {
  /// Who gives commands, where neither `--actor` nor `$BATON_USER` says so.
  var actor: String?
  /// The name of the dashboard's theme.
  var theme: String?
  var unknown: JSONObject = [:]

  static let blank = Settings()
  static let fields: RecordFields<Settings> = [
    .optional("actor", \.actor),
    .optional("theme", \.theme),
  ]

  /// Remembers the theme that a user has chosen; what else the file says stays as it is.
  ///
  /// A file that is a link is followed, as those who keep their settings elsewhere have it.
  ///
  /// - Throws: `Failure` where the file is broken, which is then left alone, or cannot be written.
  static func remember(theme: String, in file: String) throws {
    var settings = try read(from: file)
    guard settings.theme != theme else { return }
    settings.theme = theme
    let place = URL(filePath: file).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try OutputFile.replace(place.path) { try $0.raw(settings.encoded()) }
  }

  /// The settings in a file; the defaults where there is none.
  ///
  /// - Throws: `Failure` with the place of the mistake in the file.
  static func read(from file: String) throws(Failure) -> Settings {
    guard FileManager.default.fileExists(atPath: file) else { return Settings() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file) cannot be read.", "Give yourself the right to read it.")
    }
    do throws(JSONError) {
      return try Settings.decoded(from: [UInt8](data))
    } catch {
      let fault = FileFault(file: file, error)
      throw Failure(fault.description.asSentence, fault.remedy.asSentence)
    }
  }
}
