import BatonModel

/// The faults of files, by file: a file that is read again replaces what was wrong with it.
struct FaultBook {
  private var faults: [String: FileFault] = [:]

  /// All faults, in no particular order.
  var all: [FileFault] { Array(faults.values) }

  /// Notes faults.
  mutating func add(_ faults: [FileFault]) {
    for fault in faults { self.faults[fault.file] = fault }
  }

  /// Notes the fault of something that is known by another name here.
  mutating func add(_ fault: FileFault, as name: String) { faults[name] = fault }

  /// Forgets what was wrong with a file.
  mutating func clear(_ file: String) { faults[file] = nil }

  /// Forgets what was wrong with the files of a folder.
  mutating func clear(under prefix: String) {
    faults = faults.filter { !$0.key.hasPrefix(prefix) }
  }

  /// Forgets what was wrong with leads.
  mutating func clearLeads() {
    clear("leads")
    clear(under: "leads/")
  }
}
