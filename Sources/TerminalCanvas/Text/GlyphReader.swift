/// Reads text as what a terminal may be shown: one glyph after the other, each with its columns.
///
/// The one place where text from outside becomes harmless and gets its width. It goes forward
/// only, never looks at more than it needs for the next glyph, and gives up on a cluster that
/// hides more than `mostHidden` scalars, so that what is drawn decides the cost, not the text's
/// length. In short:
///
/// - Controls become their pictures (`␛`), line ends `⏎`, tabs and all other spaces a space.
/// - What is invisible (zero width, direction, tags, fillers) becomes `·`, except joiners in the
///   scripts that need them and what belongs to an emoji, which are left out.
/// - Private use, unassigned, noncharacters and the stand-ins of lone surrogates become `�`.
/// - Emoji sequences become their first emoji, flags the letters of their country, keycaps their
///   digit, Hangul in parts its syllable: these alone are drawn alike everywhere.
/// - At most four marks stay on one base; one without a base gets a dotted circle.
/// - Wide and full-width scalars take two columns, ambiguous ones one.
struct GlyphReader {
  /// The scalars that one glyph may swallow before the rest of the text is given up.
  static let mostHidden = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next glyph begins, in UTF-8 code units.
  private(set) var offset = 0
  /// The first scalar of the glyph read last, as it stands in the text; 0 before the first.
  private(set) var scalar: UInt32 = 0
  /// The UTF-8 code units of the glyph read last.
  var length: Int { offset - start }
  /// Whether the rest was given up because a cluster was absurdly long.
  private(set) var gaveUp = false
  /// Whether the glyph read last must not be parted from the one before it.
  private(set) var joinsPrevious = false
  /// Whether the glyph read last stands for the end of a line.
  private(set) var isLineBreak = false

  private var start = 0
  private var context = Context(canBeJoined: false)

  /// What the glyph read last means for the next one.
  private struct Context {
    /// Whether a mark or a joiner that follows belongs to it.
    var canBeJoined: Bool
    /// Whether it is the first half of a flag.
    var isHalfFlag = false
    /// Whether a consonant that follows is fused to it.
    var endsInLinker = false
    /// The Hangul syllable, or part of one, that it ends in.
    var hangul: UInt32 = 0
  }

  /// Makes a reader; the bytes must be valid UTF-8 and outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next glyph, or nil at the end.
  @inline(__always)
  mutating func next() -> Glyph? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    let isAlone = offset + 1 == bytes.count || bytes[offset + 1] < 0x80
    if isAlone, byte >= 0x20, byte < 0x7F {
      start = offset
      offset += 1
      scalar = UInt32(byte)
      joinsPrevious = false
      isLineBreak = false
      context = Context(canBeJoined: true)
      return Glyph(UInt32(byte))
    }
    return nextOfAny()
  }

  /// Steps over plain ASCII, each byte of which is a glyph of one column; at most so many.
  ///
  /// - Returns: How many it were. Nearly all text that is measured is nothing else.
  mutating func skipPlain(upTo most: Int) -> Int {
    let first = offset
    let limit = most < bytes.count - first ? first + most : bytes.count
    var end = first
    while end < limit, bytes[end] &- 0x20 < 0x5F { end += 1 }
    guard end > first else { return 0 }
    // The last is read like any other: a mark may follow that belongs to it.
    offset = end - 1
    _ = next()
    return end - first
  }

  @inline(never)
  private mutating func nextOfAny() -> Glyph? {
    let previous = context
    start = offset
    scalar = take()
    joinsPrevious = false
    isLineBreak = false
    context = Context(canBeJoined: true, hangul: scalar)

    if Scalars.isRegionalIndicator(scalar) {
      joinsPrevious = previous.isHalfFlag
      context.isHalfFlag = !previous.isHalfFlag
      return withTail(scalar - 0x1F1E6 + 0x41, columns: 1)
    }
    switch ScalarClass(of: scalar) {
    case .refused:
      return scalar < 0xA0 ? control(scalar) : withTail(Scalars.replacement, columns: 1)
    case .narrow, .wide:
      joinsPrevious =
        previous.endsInLinker && Scalars.isLinkedConsonant(scalar)
        || previous.canBeJoined && Scalars.isSkinTone(scalar)
        || Hangul.joins(previous.hangul, scalar)
      return base(scalar)
    case .space:
      return withTail(Scalars.space, columns: 1)
    case .spacingMark:
      joinsPrevious = previous.canBeJoined
      return withTail(scalar, columns: 1)
    case .mark:
      joinsPrevious = previous.canBeJoined
      offset = start
      return withTail(Scalars.dottedCircle, columns: 1)
    case .lineBreak:
      isLineBreak = true
      context.canBeJoined = false
      return Glyph(Scalars.returnSymbol)
    case .format:
      let isJoiner = Scalars.isJoiner(scalar) || Scalars.isTag(scalar)
      joinsPrevious = previous.canBeJoined && isJoiner
      context.canBeJoined = isJoiner
      return Glyph(Scalars.middleDot)
    }
  }

  /// The glyph of a scalar that takes columns itself.
  private mutating func base(_ scalar: UInt32) -> Glyph {
    if Scalars.isBlankLetter(scalar) || Hangul.isVowelOrFinal(scalar) {
      return Glyph(Scalars.middleDot)
    }
    return withTail(scalar, columns: ScalarClass(of: scalar) == .wide ? 2 : 1)
  }

  /// What stands for a scalar that a terminal must not get.
  private mutating func control(_ scalar: UInt32) -> Glyph {
    context.canBeJoined = false
    switch scalar {
    case 0x09:
      return Glyph(Scalars.space)
    case 0x0A, 0x0D, 0x85:
      if scalar == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      isLineBreak = true
      return Glyph(Scalars.returnSymbol)
    case 0..<0x20:
      return Glyph(0x2400 + scalar)
    case 0x7F:
      return Glyph(0x2421)
    default:
      return Glyph(Scalars.replacement)
    }
  }

  /// The glyph of a base, with what follows and takes no column swallowed.
  private mutating func withTail(_ base: UInt32, columns: Int) -> Glyph {
    var glyph = Glyph(base, columns: columns)
    var marks = 0
    var hidden = 0
    while offset < bytes.count, bytes[offset] >= 0x80 {
      let resume = offset
      let scalar = take()
      switch tail(scalar, of: glyph.base) {
      case .mark:
        if marks < 4 {
          glyph.marks[marks] = scalar
          marks += 1
        }
        context.endsInLinker = Scalars.isConsonantLinker(scalar)
      case .hidden:
        break
      case .syllable(let syllable):
        context.hangul = syllable
        glyph = Glyph(syllable, columns: 2)
      case .other:
        offset = resume
        return glyph
      }
      hidden += 1
      if hidden > Self.mostHidden {
        gaveUp = true
        offset = bytes.count
      }
    }
    return glyph
  }

  private enum Tail {
    case mark
    case hidden
    case syllable(UInt32)
    case other
  }

  /// What a scalar behind a base does to it.
  private mutating func tail(_ scalar: UInt32, of base: UInt32) -> Tail {
    if let syllable = Hangul.syllable(base, scalar) { return .syllable(syllable) }
    if Scalars.isVariationSelector(scalar) || scalar == Scalars.enclosingKeycap { return .hidden }
    if Scalars.isSkinTone(scalar) { return Scalars.isEmoji(base) ? .hidden : .other }
    if Scalars.isTag(scalar) { return Scalars.isEmoji(base) ? .hidden : .other }
    if Scalars.isJoiner(scalar) {
      if Scalars.takesJoiners(base) { return .hidden }
      guard Scalars.isEmoji(base), scalar == Scalars.zeroWidthJoiner, offset < bytes.count else {
        return .other
      }
      let resume = offset
      let joined = take()
      if Scalars.isEmoji(joined) { return .hidden }
      offset = resume
      return .other
    }
    return ScalarClass(of: scalar) == .mark ? .mark : .other
  }

  /// Decodes the scalar at `offset` and steps behind it.
  private mutating func take() -> UInt32 {
    let first = UInt32(bytes[offset])
    offset += 1
    switch first {
    case 0..<0x80: return first
    case 0..<0xE0: return (first & 0x1F) << 6 | takeSixBits()
    case 0..<0xF0: return (first & 0x0F) << 12 | takeSixBits() << 6 | takeSixBits()
    default:
      return (first & 0x07) << 18 | takeSixBits() << 12 | takeSixBits() << 6 | takeSixBits()
    }
  }

  /// The payload of one continuation byte.
  private mutating func takeSixBits() -> UInt32 {
    guard offset < bytes.count else { return 0 }
    defer { offset += 1 }
    return UInt32(bytes[offset] & 0x3F)
  }
}
