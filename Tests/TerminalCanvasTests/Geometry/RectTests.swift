import TerminalCanvas
import Testing

@Suite("Rectangles")
struct RectTests {
  private let rect = Rect(2, 1, 10, 6)

  @Test("Edges and what lies inside")
  func edges() {
    #expect(rect.right == 12)
    #expect(rect.bottom == 7)
    #expect(rect.contains(Point(2, 1)))
    #expect(rect.contains(Point(11, 6)))
    #expect(!rect.contains(Point(12, 6)))
    #expect(Rect(0, 0, -3, 2).isEmpty)
    #expect(Size(220, 55).description == "220x55")
  }

  @Test("What two have in common is never outside the first")
  func intersection() {
    #expect(rect.intersection(Rect(0, 0, 5, 3)) == Rect(2, 1, 3, 2))
    #expect(rect.intersection(Rect(20, 20, 5, 3)) == Rect(12, 7, 0, 0))
    #expect(rect.intersection(Rect(-9, -9, 5, 3)) == Rect(2, 1, 0, 0))
  }

  @Test("Insets stop at nothing")
  func insets() {
    #expect(rect.inset(columns: 1, rows: 2) == Rect(3, 3, 8, 2))
    #expect(rect.inset(left: 4, bottom: 1) == Rect(6, 1, 6, 5))
    #expect(rect.inset(columns: 20, rows: 20) == Rect(12, 7, 0, 0))
  }

  @Test("Strips are cut off each side")
  func cuts() {
    #expect(rect.cut(.left, 3).strip == Rect(2, 1, 3, 6))
    #expect(rect.cut(.left, 3).rest == Rect(5, 1, 7, 6))
    #expect(rect.cut(.right, 3).strip == Rect(9, 1, 3, 6))
    #expect(rect.cut(.top, 1).rest == Rect(2, 2, 10, 5))
    #expect(rect.cut(.bottom, 1).strip == Rect(2, 6, 10, 1))
    #expect(rect.cut(.bottom, 99).rest == Rect(2, 1, 10, 0))
    #expect(rect.row(5) == Rect(2, 6, 10, 1))
    #expect(rect.row(6).isEmpty)
  }

  @Test("Columns and rows share the room")
  func shares() {
    #expect(
      rect.columns([.fixed(3), .flexible()], spacing: 1) == [
        Rect(2, 1, 3, 6), Rect(6, 1, 6, 6),
      ])
    #expect(
      rect.rows([.flexible(), .fixed(1)]) == [Rect(2, 1, 10, 5), Rect(2, 6, 10, 1)])
    #expect(rect.centered(Size(4, 2)) == Rect(5, 3, 4, 2))
    #expect(rect.centered(Size(40, 20)) == rect)
  }

  @Test("Lengths keep to their least and most, and use all there is")
  func lengths() {
    #expect(Extent.lengths([.flexible(), .flexible(), .flexible()], total: 10) == [4, 3, 3])
    #expect(Extent.lengths([.flexible(weight: 2), .flexible()], total: 9) == [6, 3])
    #expect(Extent.lengths([.flexible(max: 3), .flexible()], total: 10) == [3, 7])
    #expect(Extent.lengths([.flexible(min: 6), .flexible()], total: 10) == [8, 2])
    #expect(Extent.lengths([.fixed(4), .flexible(min: 5), .fixed(9)], total: 10) == [4, 5, 1])
    #expect(Extent.lengths([.flexible(max: 2), .flexible(max: 2)], total: 10) == [2, 2])
    #expect(Extent.lengths([.fixed(2), .fixed(2)], total: 3, spacing: 1) == [2, 0])
    #expect(Extent.lengths([], total: 3) == [])
    #expect(Extent.lengths([.flexible(), .flexible()], total: -4) == [0, 0])
  }
}
