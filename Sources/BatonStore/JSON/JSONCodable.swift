public import BatonModel

/// A type that reads itself from JSON and writes itself as JSON.
public protocol JSONCodable: Sendable {
  /// Reads a value; the reader stands before it.
  static func read(from reader: inout JSONReader) throws(JSONError) -> Self

  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension String: JSONCodable {
  /// Reads a string.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> String {
    try reader.readString()
  }

  /// Writes a string.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension Int: JSONCodable {
  /// Reads a whole number.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Int {
    try reader.readInt()
  }

  /// Writes a whole number.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension Bool: JSONCodable {
  /// Reads `true` or `false`.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Bool {
    try reader.readBool()
  }

  /// Writes `true` or `false`.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension JSONNumber: JSONCodable {
  /// Reads a number with its text.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONNumber {
    try reader.readNumber()
  }

  /// Writes the number's text.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension JSONValue: JSONCodable {
  /// Reads whatever value comes.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONValue {
    try reader.readValue()
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
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

/// Elements on their way into an array, moved and never copied.
private struct GrowingBuffer<Element> {
  private(set) var count = 0
  private var storage: UnsafeMutableBufferPointer<Element>

  init() {
    storage = .allocate(capacity: 4)
  }

  mutating func append(_ element: consuming Element) {
    if count == storage.count {
      let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: 2 * count)
      _ = larger.moveInitialize(fromContentsOf: storage)
      storage.deallocate()
      storage = larger
    }
    storage.initializeElement(at: count, to: element)
    count += 1
  }

  /// Ends the buffer with its elements.
  mutating func removeAll() {
    storage[..<count].deinitialize()
    storage.deallocate()
  }

  /// Ends the buffer, and gives its elements to an array of exactly their number.
  mutating func moveToArray() -> [Element] {
    let array = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = buffer.moveInitialize(fromContentsOf: storage[..<count])
    }
    storage.deallocate()
    return array
  }
}
