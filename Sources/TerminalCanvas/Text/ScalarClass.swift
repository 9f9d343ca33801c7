/// How a scalar is drawn; the numbers are those in `ScalarTable`.
enum ScalarClass: UInt32 {
  /// Not for a terminal: controls, surrogates' stand-ins, private use, unassigned.
  case refused = 0
  /// One column.
  case narrow = 1
  /// Two columns.
  case wide = 2
  /// No column of its own: drawn over the base before it.
  case mark = 3
  /// One column, but part of the same grapheme as what is before it.
  case spacingMark = 4
  /// A space of whatever breadth.
  case space = 5
  /// A line or paragraph separator.
  case lineBreak = 6
  /// Invisible, and acting on its neighbours: joiners, direction, tags.
  case format = 7

  /// The class of a scalar.
  ///
  /// - Complexity: O(log runs), about eleven steps; none for most Latin letters, ideographs and
  ///   Hangul syllables.
  init(of scalar: UInt32) {
    switch scalar {
    case 0x21..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: self = .narrow
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .wide
    default: self = Self.lookUp(scalar)
    }
  }

  private static func lookUp(_ scalar: UInt32) -> Self {
    let key = scalar << 3 | 7
    return ScalarTable.runs.withUnsafeBufferPointer { runs in
      var low = 0
      var high = runs.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if runs[middle] <= key { low = middle } else { high = middle }
      }
      return Self(rawValue: runs[low] & 7) ?? .refused
    }
  }
}

/// Scalars that drawing must know by name.
enum Scalars {
  static let space: UInt32 = 0x20
  static let replacement: UInt32 = 0xFFFD
  static let middleDot: UInt32 = 0xB7
  static let ellipsis: UInt32 = 0x2026
  static let returnSymbol: UInt32 = 0x23CE
  static let dottedCircle: UInt32 = 0x25CC
  static let zeroWidthJoiner: UInt32 = 0x200D
  static let enclosingKeycap: UInt32 = 0x20E3

  /// The fillers that Unicode counts as letters although nothing is seen of them.
  static func isBlankLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x115F, 0x1160, 0x3164, 0xFFA0: true
    default: false
    }
  }

  /// Whether it is a space that holds the words at its sides together.
  static func isNoBreakSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0x2007 || scalar == 0x202F
  }

  /// Whether it only chooses how its base is drawn.
  static func isVariationSelector(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Whether it joins or parts the letters beside it without being seen.
  static func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x200C || scalar == 0x200D }

  /// Whether it is one half of a flag.
  static func isRegionalIndicator(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF) ~= scalar }

  /// Whether it changes the skin of the person before it.
  static func isSkinTone(_ scalar: UInt32) -> Bool { (0x1F3FB...0x1F3FF) ~= scalar }

  /// Whether it spells the name of a flag behind a black one.
  static func isTag(_ scalar: UInt32) -> Bool { (0xE0020...0xE007F) ~= scalar }

  /// Whether it is a picture that may be part of a sequence.
  static func isEmoji(_ scalar: UInt32) -> Bool {
    // Unicode keeps the signs and dingbats open to be emoji, although few of them are.
    if (0x2600...0x27BF) ~= scalar { return true }
    guard scalar > 0xA0, let scalar = Unicode.Scalar(scalar) else { return false }
    return scalar.properties.isEmoji
  }

  /// Whether joiners shape letters of this script, so that a joiner behind one is no trick.
  static func takesJoiners(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x600...0xDFF, 0x1000...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
    default: false
    }
  }

  /// Whether it fuses the consonants before and after it into one grapheme.
  static func isConsonantLinker(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x94D, 0x9CD, 0xACD, 0xB4D, 0xC4D, 0xD4D: true
    default: false
    }
  }

  /// Whether it is a letter that a linker may fuse to the one before it.
  static func isLinkedConsonant(_ scalar: UInt32) -> Bool { (0x900...0xD7F) ~= scalar }
}
