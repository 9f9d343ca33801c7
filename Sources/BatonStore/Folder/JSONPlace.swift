import BatonModel

/// Finds where in a file a value stands, for faults that are found only after reading.
enum JSONPlace {
  /// One step from a value to one inside of it.
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// The line and column of the value at a path; nil where there is none.
  static func find(
    _ path: [Step], in bytes: UnsafeRawBufferPointer
  ) -> (line: Int, column: Int)? {
    var found: (Int, Int)?
    // The text was read before without a fault, so that nothing is lost by not telling of one.
    _ = try? JSONReader.read(bytes) { reader throws(JSONError) in
      try walk(path[...], &reader) { place in
        let error = place.fault(at: place.next, "", remedy: "")
        found = (error.line, error.column)
      }
    }
    return found
  }

  private static func walk(
    _ path: ArraySlice<Step>, _ reader: inout JSONReader, _ arrived: (JSONReader) -> Void
  ) throws(JSONError) {
    let first = reader.skipWhitespace()
    switch path.first {
    case .key(let wanted) where first == UInt8(ascii: "{"):
      try reader.readObject { key, reader throws(JSONError) in
        if key == wanted {
          try walk(path.dropFirst(), &reader, arrived)
        } else {
          _ = try reader.readValue()
        }
      }
    case .index(let wanted) where first == UInt8(ascii: "["):
      try reader.beginArray()
      var index = 0
      while try reader.hasElement(isFirst: index == 0) {
        if index == wanted {
          try walk(path.dropFirst(), &reader, arrived)
        } else {
          _ = try reader.readValue()
        }
        index += 1
      }
    case .none:
      arrived(reader)
      _ = try reader.readValue()
    default:
      _ = try reader.readValue()
    }
  }
}
