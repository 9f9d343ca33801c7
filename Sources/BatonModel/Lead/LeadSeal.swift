/// What Baton's latest write of a lead's file left in it, by which an edit outside of Baton is
/// known afterwards.
///
/// It tells how the file was written, not what the lead is: leads that differ in nothing else are
/// the same, so that all seals are equal.
public struct LeadSeal: Hashable, Sendable {
  /// The digests of the file's members, as the store makes them; nil where Baton never wrote it.
  public var text: String?

  /// A seal as it stands in a file.
  public init(_ text: String? = nil) { self.text = text }

  /// Always true.
  public static func == (left: LeadSeal, right: LeadSeal) -> Bool { true }

  /// Nothing tells two seals apart.
  public func hash(into hasher: inout Hasher) {}
}
