/// Draws into a frame, within a region of it.
///
/// A value: a view gets it `inout`, draws with columns and rows counted from its region's upper
/// left corner, and cannot draw outside. All text is made harmless on its way (`GlyphReader`).
public struct Canvas: Sendable {
  /// What has been drawn.
  public internal(set) var frame: Frame
  /// The region's place and size in the frame; may reach beyond what can be seen.
  public private(set) var region: Rect
  /// The part of the region that can be drawn on, in the frame's columns and rows.
  private(set) var clip: Rect

  /// Makes a canvas over an empty frame of spaces in the given style.
  public init(size: Size, style: Style = .plain) {
    frame = Frame(size: size, style: style)
    region = Rect(size: size)
    clip = region
  }

  /// The region's size.
  public var size: Size { region.size }
  /// The whole region in its own columns and rows, thus from zero.
  public var bounds: Rect { Rect(size: region.size) }

  /// The part of the region that can be seen, in its own columns and rows.
  ///
  /// What lies outside need not be drawn.
  public var visible: Rect { clip.offset(by: Point(-region.left, -region.top)) }

  /// Draws within a rectangle of the region, as if it were all there is.
  ///
  /// - Parameters:
  ///   - rect: In this region's columns and rows; may reach beyond it, or begin before it.
  ///   - body: Draws with columns and rows counted from the rectangle's upper left corner.
  /// - Returns: What `body` returns.
  @discardableResult
  public mutating func inside<Result, Failure: Error>(
    _ rect: Rect, _ body: (inout Canvas) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = (region, clip)
    region = rect.offset(by: outer.0.origin)
    clip = outer.1.intersection(region)
    defer { (region, clip) = outer }
    return try body(&self)
  }

  /// A rectangle of the region in the frame's columns and rows, as far as it can be seen.
  ///
  /// For what is remembered beyond the drawing: where a click hits, where the cursor stands.
  public func onFrame(_ rect: Rect) -> Rect {
    rect.offset(by: region.origin).intersection(clip)
  }

  /// A place of the region in the frame's columns and rows, or nil if it cannot be seen.
  public func onFrame(_ point: Point) -> Point? {
    let place = point.moved(columns: region.left, rows: region.top)
    return clip.contains(place) ? place : nil
  }
}
