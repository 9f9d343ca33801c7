import BatonModel

/// Which changes of several files were made last, and of which files: `.baton/together`.
///
/// It is for readers, who take no lock. A change stands in it before the first of its files takes
/// its name, so that whoever finds the same text before and after reading has read no part of a
/// change that was begun in between; and whoever does not find the same reads those files again
/// that it names. It is never more than a hint for readers that live: nothing is flushed for it,
/// and one that is lost or damaged begins anew.
struct TogetherLog: FileRecord, Equatable {
  /// One change.
  struct Change: ClosedJSONRecord, Equatable {
    var number = 0
    /// The paths of its files, relative to the board's folder.
    var files: [String] = []

    static let blank = Change()
    static let fields: RecordFields<Change> = [
      .list("files", \.files),
      .required("number", \.number),
    ]
  }

  static let name = "together"
  /// So many changes are named at most.
  static let mostChanges = 64
  /// So many files are named at most, by more than one change.
  static let mostFiles = 512

  var schema = Board.currentSchema
  /// The numbers count from the beginning of a series; empty where there is no log.
  var series = ""
  /// The number of the latest change that is no longer named; 0 where all are.
  var dropped = 0
  /// The latest changes, the oldest first.
  var changes: [Change] = []
  /// Whether the latest change is about to be taken back.
  var isTakenBack = false
  var unknown: JSONObject = [:]

  /// It has numbers of its own.
  var revision: Int { 1 }

  static let blank = TogetherLog()
  static let fields: RecordFields<TogetherLog> = [
    .defaulted("back", \.isTakenBack, to: false),
    .list("changes", \.changes),
    .required("dropped", \.dropped),
    .required("schema", \.schema),
    .required("series", \.series),
  ]

  /// The number of the latest change.
  var last: Int { changes.last?.number ?? dropped }

  /// Names the files of a change from now on; where it is of a person who is to be forgotten,
  /// no files any more at all.
  mutating func add(_ journal: ChangeJournal, isTakenBack: Bool) {
    if series.isEmpty {
      var random = SystemRandomNumberGenerator()
      series = ShortName.random(using: &random)
    }
    self.isTakenBack = isTakenBack
    let number = max(last + 1, isTakenBack ? 0 : journal.number)
    guard !journal.isForgetting else {
      changes = []
      dropped = number
      return
    }
    changes.append(Change(number: number, files: journal.changes.map(\.place.description)))
    var count = changes.reduce(0) { $0 + $1.files.count }
    while changes.count > 1, changes.count > Self.mostChanges || count > Self.mostFiles {
      let oldest = changes.removeFirst()
      dropped = oldest.number
      count -= oldest.files.count
    }
  }

  /// The files of the changes that were begun since an older state of the log; nil where these are
  /// no longer all named.
  func files(since old: TogetherLog) -> Set<FilePlace>? {
    guard old.series.isEmpty || old.series == series, old.last >= dropped else { return nil }
    return changes.reduce(into: []) { files, change in
      guard change.number > old.last else { return }
      files.formUnion(change.files.compactMap(FilePlace.init(relative:)))
    }
  }
}
