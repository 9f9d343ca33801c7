import BatonModel

extension TouchWords {
  /// What we talk about in a stage when we reach each other.
  static func talks(in stage: StageID) -> Phrases {
    switch stage {
    case "new", "nurture": firstTalks
    case "qualify": qualifying
    case "propose": proposing
    case "decide": deciding
    case "deliver": delivering
    default: looking
    }
  }

  /// What buyers write in a stage.
  static func mails(in stage: StageID) -> Phrases {
    switch stage {
    case "new", "nurture": firstMails
    case "qualify": qualifyMails
    case "propose": proposeMails
    case "decide": decideMails
    case "deliver": deliverMails
    default: customerMails
    }
  }

  /// What we write in a stage.
  static func letters(in stage: StageID) -> Phrases {
    switch stage {
    case "new", "nurture": marketing
    case "qualify": qualifyLetters
    case "propose": proposeLetters
    case "decide": decideLetters
    case "deliver": deliverLetters
    default: customerLetters
    }
  }

  private static let firstTalks: Phrases = [
    "Short talk: wants to read before they call", "Asked what a stop costs; they do not know yet",
    "Too early, the new line starts in ^",
  ]

  private static let qualifying: Phrases = [
    "Handover takes § minutes, should be ten", "Two lines first, the third in ^",
    "Plant manager holds the budget", "Tried tablets once; operators hated typing",
    "Audit in ^, cleaning logs on paper", "An hour of standstill costs them €$00",
    "Line # stops at every format change", "Night shift repairs, day shift never hears",
    "Wants to see it with their own stop codes",
  ]

  private static let proposing: Phrases = [
    "Walked line # with both shift leaders", "Demo on their own stop codes",
    "Demo for plant manager and quality", "Went through the offer with purchasing",
    "Asked for the price without line #", "They count on €$k saved a year",
    "IT sat in: hosting and log-in",
  ]

  private static let deciding: Phrases = [
    "Presents it to management next week", "Works council: yes, with a note on names",
    "One signature is missing", "The other offer came down in price",
    "Legal went through the contract", "They want to begin in ^",
    "Visited the dairy with us; convinced",
  ]

  private static let delivering: Phrases = [
    "Kickoff at line #: first handover on the board", "Trained the early shift",
    "Trained the late shift, ten questions", "Stop codes are in, checked with maintenance",
    "Wi-Fi at the cold store: works since today",
  ]

  private static let looking: Phrases = [
    "First month: handover down to @ minutes", "Quarterly review: ~ stops fewer",
    "Asked about the second plant", "New shift leader, trained by us",
    "Renewal: another year, one line more", "They showed it to their sister plant",
  ]

  private static let firstMails: Phrases = [
    "Thanks; forwarded to the production manager", "Asked for the film in their language",
  ]

  private static let qualifyMails: Phrases = [
    "Thursday, after the early shift", "Forwarded us to the production manager",
    "Asks for the price in writing", "Sent photographs of the shift book",
    "Please after the format change on line #",
  ]

  private static let proposeMails: Phrases = [
    "Wants the saving on one page", "Asks for a version without line #",
    "IT has ~ questions", "Asks for a reference in frozen food",
  ]

  private static let decideMails: Phrases = [
    "Contract back with two changes", "Asks to begin a month later",
    "Purchase order 45~00 attached", "Management postponed to ^",
  ]

  private static let deliverMails: Phrases = [
    "Sent the stop codes of line #", "Asks for a second training for nights",
    "Tablets have arrived",
  ]

  private static let customerMails: Phrases = [
    "Asks about the second plant", "Wants the operators’ names hidden in reports",
    "Sent a thank-you from the night shift", "Invoice to the new address, please",
  ]

  private static let qualifyLetters: Phrases = [
    "Sent three dates and the audit questions", "Sent what we heard; asked what is missing",
    "Sent the guide for shift leaders", "Asked who decides besides them",
  ]

  private static let proposeLetters: Phrases = [
    "Sent the offer: @ lines, one year", "Sent the one page for management",
    "Sent the sixty answers to IT", "Sent the pilot plan for line #",
  ]

  private static let decideLetters: Phrases = [
    "Sent the contract", "Asked after the management meeting",
    "Sent the works council’s letter", "Sent the reference’s number",
  ]

  private static let deliverLetters: Phrases = [
    "Sent the plan: ten days, who does what", "Sent the training dates",
    "Sent the log-ins for line #",
  ]

  private static let customerLetters: Phrases = [
    "Sent the figures of the quarter", "Asked how the nights are going",
    "Sent what is new, two minutes to read",
  ]
}
