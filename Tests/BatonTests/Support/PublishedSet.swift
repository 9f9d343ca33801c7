import Foundation
import Testing

/// A published set of leads and what its figures are to be, where they lie beside the package.
struct PublishedSet {
  /// The leads as they were published.
  let leads: URL
  /// The figures.
  let reference: URL

  /// A set by the paths of its files.
  init(leads: String, reference: String) {
    self.leads = PublishedSet.shared.appending(path: leads)
    self.reference = PublishedSet.shared.appending(path: reference)
  }

  /// Whether both files are there.
  var isPresent: Bool {
    [leads, reference].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Why a suite is left out without them.
  static let absence: Comment = "the published sets are not beside the package"

  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")
}
