/// Elements on their way into an array, moved and never copied.
///
/// Ends with `moveToArray` or `removeAll`, one of which must be called.
struct GrowingBuffer<Element> {
  private(set) var count = 0
  private var storage: UnsafeMutableBufferPointer<Element>

  init() {
    storage = .allocate(capacity: 4)
  }

  mutating func append(_ element: consuming Element) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: element)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: 2 * count)
    _ = larger.moveInitialize(fromContentsOf: storage)
    storage.deallocate()
    storage = larger
  }

  /// Ends the buffer with its elements.
  @inline(never)
  mutating func removeAll() {
    storage[..<count].deinitialize()
    storage.deallocate()
  }

  /// Ends the buffer, and gives its elements to an array of exactly their number.
  @inline(never)
  mutating func moveToArray() -> [Element] {
    let array = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = buffer.moveInitialize(fromContentsOf: storage[..<count])
    }
    storage.deallocate()
    return array
  }
}
