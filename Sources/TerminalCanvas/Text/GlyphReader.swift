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
  /// Whether the rest was given up because a cluster was absurdly long.
  private(set) var gaveUp = false
  /// Whether the glyph read last must not be parted from the one before it.
  private(set) var joinsPrevious = false
  /// Whether the glyph read last stands for the end of a line.
  private(set) var isLineBreak = false

  private var previous: UInt32 = 0
  private var isHalfFlag = false
  private var endsInLinker = false

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
      offset += 1
      joinsPrevious = false
      isLineBreak = false
      previous = UInt32(byte)
      isHalfFlag = false
      endsInLinker = false
      return Glyph(UInt32(byte))
    }
    return nextOfAny()
  }

  @inline(never)
  private mutating func nextOfAny() -> Glyph? {
    let start = offset
    let scalar = take()
    let wasHalfFlag = isHalfFlag
    let wasLinked = endsInLinker
    joinsPrevious = false
    isLineBreak = false
    isHalfFlag = false
    endsInLinker = false
    defer { previous = scalar }

    if Scalars.isRegionalIndicator(scalar) {
      joinsPrevious = wasHalfFlag
      isHalfFlag = !wasHalfFlag
      return Glyph(scalar - 0x1F1E6 + 0x41)
    }
    switch ScalarClass(of: scalar) {
    case .refused:
      return control(scalar)
    case .narrow:
      if Scalars.isBlankLetter(scalar) || Scalars.isHangulPart(scalar) {
        return Glyph(Scalars.middleDot)
      }
      joinsPrevious = wasLinked && Scalars.isLinkedConsonant(scalar)
      return withTail(scalar, columns: 1)
    case .wide:
      if Scalars.isBlankLetter(scalar) { return Glyph(Scalars.middleDot) }
      return withTail(scalar, columns: 2)
    case .space:
      return withTail(Scalars.space, columns: 1)
    case .spacingMark:
      joinsPrevious = previous != 0
      return withTail(scalar, columns: 1)
    case .mark:
      offset = start
      return withTail(Scalars.dottedCircle, columns: 1)
    case .lineBreak:
      isLineBreak = true
      return Glyph(Scalars.returnSymbol)
    case .format:
      return Glyph(Scalars.middleDot)
    }
  }

  /// What stands for a scalar that a terminal must not get.
  private mutating func control(_ scalar: UInt32) -> Glyph {
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
    let isEmoji = Scalars.isEmoji(base)
    while offset < bytes.count, bytes[offset] >= 0x80 {
      let start = offset
      let scalar = take()
      switch tail(scalar, of: glyph.base, isEmoji: isEmoji) {
      case .mark:
        if marks < 4 {
          glyph.marks[marks] = scalar
          marks += 1
        }
        endsInLinker = Scalars.isConsonantLinker(scalar)
      case .hidden:
        break
      case .syllable(let syllable):
        glyph = Glyph(syllable, columns: 2)
      case .other:
        offset = start
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
  private mutating func tail(_ scalar: UInt32, of base: UInt32, isEmoji: Bool) -> Tail {
    if let syllable = Self.syllable(base, scalar) { return .syllable(syllable) }
    if Scalars.isVariationSelector(scalar) || scalar == Scalars.enclosingKeycap { return .hidden }
    if Scalars.isSkinTone(scalar) { return isEmoji ? .hidden : .other }
    if Scalars.isTag(scalar) { return isEmoji ? .hidden : .other }
    if scalar == Scalars.zeroWidthJoiner {
      if Scalars.takesJoiners(base) { return .hidden }
      guard isEmoji, offset < bytes.count else { return .other }
      let start = offset
      let joined = take()
      if Scalars.isEmoji(joined) { return .hidden }
      offset = start
      return .other
    }
    if scalar == Scalars.zeroWidthNonJoiner {
      return Scalars.takesJoiners(base) ? .hidden : .other
    }
    return ScalarClass(of: scalar) == .mark ? .mark : .other
  }

  /// The Hangul syllable that two of its parts make, by the arithmetic of the Unicode Standard,
  /// section 3.12.
  private static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112) ~= first, (0x1161...0x1175) ~= second {
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3) ~= first, (first - 0xAC00) % 28 == 0, (0x11A8...0x11C2) ~= second {
      return first + (second - 0x11A7)
    }
    return nil
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
