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
    var array: [Element] = []
    // Not `init(unsafeUninitializedCapacity:)`, which asks the runtime for the type of the array's
    // storage each time: a fortieth of the time in which a board is read.
    array.reserveCapacity(count)
    for element in 0..<count { array.append(storage.moveElement(from: element)) }
    storage.deallocate()
    return array
  }
}
