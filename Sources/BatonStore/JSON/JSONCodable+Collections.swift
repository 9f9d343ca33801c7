public import BatonModel

extension JSONObject: JSONCodable {
  /// Reads an object with whatever members it has.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONObject {
    try reader.readObject()
  }

  /// Writes the members in the order of their keys.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for member in self {
      writer.write(member)
    }
    writer.endObject()
  }
}

extension Array: JSONCodable where Element: JSONCodable {
  /// Reads a list into an array that is no larger than it needs to be.
  ///
  /// A board holds millions of small lists; one that had grown as it was read would keep room for
  /// twice its elements.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> [Element] {
    try reader.beginArray()
    guard try reader.hasElement(isFirst: true) else { return [] }
    var elements = GrowingBuffer<Element>()
    do throws(JSONError) {
      repeat {
        elements.append(try Element.read(from: &reader))
      } while try reader.hasElement(isFirst: false)
    } catch {
      let index = elements.count
      elements.removeAll()
      throw error.inside(index: index)
    }
    return elements.moveToArray()
  }

  /// Writes a list.
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self {
      writer.beginElement()
      element.write(to: &writer)
    }
    writer.endArray()
  }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
  /// Reads an object whose keys are free.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> [String: Value] {
    var result: [String: Value] = [:]
    try reader.beginObject()
    while let key = try reader.nextKey(isFirst: result.isEmpty) {
      let name = try reader.string(key.token)
      guard result[name] == nil else { throw reader.duplicateKey(key) }
      do throws(JSONError) {
        result[name] = try Value.read(from: &reader)
      } catch {
        throw error.inside(key: name)
      }
    }
    return result
  }

  /// Writes an object with its keys in the order of their bytes.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (key, value) in self.sorted(by: { $0.key.utf8Precedes($1.key) }) {
      writer.writeKey(key)
      value.write(to: &writer)
    }
    writer.endObject()
  }
}
