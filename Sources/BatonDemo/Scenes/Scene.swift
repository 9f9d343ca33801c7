import BatonModel

/// A situation in which a number of leads of a board are: where, since when, what comes next, and
/// what there is to see on them.
struct Scene: Sendable {
  /// How long a lead has been in its stage.
  enum Pace: Sendable {
    /// Well within the stage's target.
    case fresh
    /// Beyond the target.
    case late
    /// Far beyond it.
    case stalled
  }

  /// When the next step is due.
  enum Step: Sendable {
    case none, overdue, today, later
  }

  /// From where leads in this situation mostly come.
  enum Quality: Sendable {
    case good, mixed, poor
  }

  /// How many leads of a deck are in it.
  var count: Int
  /// The stage that they are in.
  var stage: StageID
  /// How long they have been there.
  var pace: Pace
  /// What comes next.
  var step: Step
  /// How they are parked.
  var parked: Parking.Kind?
  /// From where they mostly come.
  var quality: Quality
  /// What there is to see: the first lead has the first, and so on, again and again.
  var features: [Features]

  init(
    _ count: Int, _ stage: StageID, _ pace: Pace = .fresh, _ step: Step = .none,
    parked: Parking.Kind? = nil, from quality: Quality = .mixed, showing features: [Features]
  ) {
    self.count = count
    self.stage = stage
    self.pace = pace
    self.step = step
    self.parked = parked
    self.quality = quality
    self.features = features
  }
}

/// A lead's part: its scene, and which of the scene's leads it is.
struct Slot: Sendable {
  /// The situation.
  var scene: Scene
  /// The lead's number within the scene, from 0: reasons and words go round by it.
  var ordinal: Int
  /// The lead's number within the deck.
  var number: Int
  /// How many parts before it in the deck have each of these, so that kinds and reasons go round.
  var turns = Turns()

  /// Counts of what goes round.
  struct Turns: Sendable {
    var roadblocks = 0
    var objections = 0
    var rejections = 0
    var holds = 0
    var hostile = 0
    var foreign = 0

    /// Counts a part.
    mutating func count(_ features: Features) {
      if !features.isDisjoint(with: [.ours, .theirs]) { roadblocks += 1 }
      if features.contains(.objects) { objections += 1 }
      if features.contains(.handedBack) { rejections += 1 }
      if !features.isDisjoint(with: .anyHold) { holds += 1 }
      if features.contains(.hostile) { hostile += 1 }
      if features.contains(.foreign) { foreign += 1 }
    }
  }

  /// What there is to see on this lead.
  var features: Features {
    scene.features.isEmpty ? [] : scene.features[ordinal % scene.features.count]
  }
}

/// What there is to see on a lead beyond its place and its clock.
struct Features: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  private static func bit(_ place: UInt64) -> Features { Features(rawValue: 1 << place) }

  // Owners and handoffs.
  static let unowned = bit(0)
  static let leftOwner = bit(1)
  static let offered = bit(2)
  static let offeredToAll = bit(3)
  static let accepted = bit(4)
  static let handedBack = bit(5)
  static let lapsed = bit(6)
  static let waitsAtJoint: Features = [.offered, .offeredToAll, .accepted, .lapsed]
  // Feedback.
  static let answered = bit(7)
  static let unanswered = bit(8)
  static let praised = bit(9)
  static let rated = bit(10)
  static let takenBack = bit(11)
  // What stands in the way.
  static let ours = bit(12)
  static let theirs = bit(13)
  static let removed = bit(14)
  static let objects = bit(15)
  static let convinced = bit(16)
  static let asks = bit(17)
  static let served = bit(18)
  static let approvals = bit(19)
  static let refusal = bit(20)
  // Contact.
  static let held = bit(21)
  static let heldLong = bit(22)
  static let holdEnds = bit(23)
  static let holdLifted = bit(24)
  static let anyHold: Features = [.held, .heldLong, .holdEnds, .holdLifted]
  static let noEmail = bit(25)
  static let noCall = bit(26)
  static let collision = bit(27)
  static let crossing = bit(28)
  static let bounced = bit(29)
  // Who they are.
  static let duplicate = bit(30)
  static let colleague = bit(31)
  static let group = bit(32)
  static let longName = bit(33)
  static let marks = bit(34)
  static let hostile = bit(35)
  static let foreign = bit(36)
  // What is known of them.
  static let survey = bit(37)
  static let arrivals = bit(38)
  static let imported = bit(39)
  static let noted = bit(40)
  // What happened to them.
  static let backwards = bit(41)
  static let revived = bit(42)
  static let undone = bit(43)
  /// A nurture or a wait whose date has come.
  static let returned = bit(44)
}
