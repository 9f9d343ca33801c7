public import BatonModel

/// A struct of the model whose JSON form is an object with known keys.
///
/// `fields` is the one place where the keys stand: reading, writing and their order come from it.
/// Keys that it does not have are kept in `unknown` and written back in their sorted place.
public protocol JSONRecord: JSONCodable {
  /// The keys with the properties that they belong to.
  static var fields: RecordFields<Self> { get }

  /// A value to begin reading with, with the default of every optional property.
  static var blank: Self { get }

  /// The members of the object whose keys are not in `fields`.
  var unknown: JSONObject { get set }

  /// Whether an object with an unknown key is refused, since the type has no place to keep it.
  static var refusesUnknownKeys: Bool { get }
}

extension JSONRecord {
  /// Unknown keys are kept.
  public static var refusesUnknownKeys: Bool { false }

  /// Reads an object.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    var record = blank
    try fields.read(into: &record, from: &reader)
    return record
  }

  /// Writes an object.
  public func write(to writer: inout JSONWriter) {
    Self.fields.write(self, to: &writer)
  }
}

/// A record without a place for unknown keys: an object that has one is refused.
public protocol ClosedJSONRecord: JSONRecord {}

extension ClosedJSONRecord {
  /// Always empty.
  public var unknown: JSONObject {
    get { [:] }
    set {}
  }

  /// Unknown keys are refused.
  public static var refusesUnknownKeys: Bool { true }
}
