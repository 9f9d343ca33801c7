import BatonModel

/// What buyers say: obstacles, objections, requests, answers, and who they are.
enum BuyerWords {
  /// Positions; the first ones more often decide.
  static let titles = [
    "Plant manager", "Production manager", "Operations director", "Shift supervisor",
    "Continuous improvement", "Quality manager", "Maintenance manager", "Packaging engineer",
    "Head of filling", "Purchasing manager",
  ]

  /// Positions of others who have a say.
  static let otherTitles: [(title: String, part: Person.Part)] = [
    ("IT manager", .blocks), ("Managing director", .decides), ("Controller", .pays),
    ("Shift leader, nights", .uses), ("Works council", .advises), ("Legal counsel", .advises),
    ("Purchasing", .pays), ("Quality lead", .champion),
  ]

  /// What a roadblock of a kind sounds like.
  static func roadblock(_ kind: String) -> Phrases {
    switch kind {
    case "form too long": longForm
    case "no price shown": noPrice
    case "slow reply": slowReply
    case "wrong contact": wrongContact
    case "contract terms": terms
    case "security review": security
    case "missing document": missingDocument
    default: handedAround
    }
  }

  private static let longForm: Phrases = [
    "Fourteen fields for a PDF? I closed the page.",
    "Why must I tell you our turnover to read a guide?",
    "Your form wants a job title from a list. Mine is not in it.",
  ]
  private static let noPrice: Phrases = [
    "I found no price for @ lines, so I took it we cannot afford it.",
    "Your price page stops where we begin: more than 200 people.",
    "I need a figure for the budget round, not a conversation.",
  ]
  private static let slowReply: Phrases = [
    "I asked on Tuesday. It was Friday when somebody called.",
    "By the time you wrote, the others had been here.",
    "Nobody answered the chat, and it said “online”.",
  ]
  private static let wrongContact: Phrases = [
    "You keep writing to my predecessor.",
    "Your mails go to our buyer. He does not run the lines.",
    "I am in Breda; your man for Spain called me.",
  ]
  private static let terms: Phrases = [
    "Legal will not sign three years in advance.",
    "Your liability clause stops at what we pay a month.",
    "Notice by registered letter? In this century?",
  ]
  private static let security: Phrases = [
    "IT sent 1~ questions. Who fills that in?",
    "Head office tests every cloud for six weeks.",
    "Our insurer wants to see a penetration test.",
  ]
  private static let missingDocument: Phrases = [
    "My boss wants one page with the saving. I have a forty-slide deck.",
    "The works council asks for something in our language.",
    "There is nothing about frozen food in your papers.",
  ]
  private static let handedAround: Phrases = [
    "You are the third person to whom I explain this.",
    "First a call, then a mail from marketing, now you. Who is it?",
    "I was promised one contact.",
  ]

  /// What removes a roadblock of a kind.
  static func fix(_ kind: String) -> String {
    switch kind {
    case "form too long": "Ask for name and address only; the rest in the call."
    case "no price shown": "Put the price of larger plants on the page."
    case "slow reply": "Call back within four working hours, Fridays too."
    case "wrong contact": "Ask who runs the lines; change the address."
    case "contract terms": "Offer one year with three months’ notice."
    case "security review": "Send the sixty answers; a call between the two ITs."
    case "missing document": "Write the one page, with their own figure."
    default: "One name from first call to kickoff."
    }
  }

  /// What an objection sounds like, by its code.
  static let objections: [(code: String, words: Phrases)] = [
    ("price", ["€9 times two hundred people is a salary.", "The other one starts at half."]),
    (
      "works-council",
      ["The works council will ask who sees the names.", "No camera, no names, or no vote."]
    ),
    ("change", ["My people do not type. They wear gloves.", "Third system in five years."]),
    ("security", ["IT lets no cloud near the lines.", "Who reads our stop data besides us?"]),
    ("offline", ["The Wi-Fi ends at the cold store.", "When the network goes, we still run."]),
    (
      "languages",
      ["Half my night shift reads Romanian, not English.", "Nights speak Polish. Does it?"]
    ),
    ("erp", ["If I must enter it twice, nobody will.", "It has to know our order numbers."]),
    ("terms", ["Three years? We plan in quarters.", "And if line 2 is sold?"]),
  ]

  /// What buyers ask for.
  static let asks: Phrases = [
    "Send us something to justify this to management.", "Can we see it with our own stop codes?",
    "A reference from a plant that freezes, please.", "What do you need from our IT, on one sheet?",
    "A price for line # only, for six months.", "Is there a letter for the works council?",
    "Who else in our trade uses it? May I call them?", "How does it look without network?",
  ]

  /// Answers to the board's questions.
  static let answers: [(question: QuestionID, words: Phrases)] = [
    (
      "problem",
      [
        "Handover on paper, half of it unreadable", "The same stop @ times a week on the filler",
        "The auditor asked for a log; we searched two days",
        "New people take eight months to learn line #", "Morning meeting takes § minutes",
        "Nights fix things and nobody knows how",
      ]
    ),
    (
      "budget",
      [
        "Yes, this year’s", "Not before ^", "Up to €$k without the board",
        "Depends on what it saves", "Has to come out of maintenance",
      ]
    ),
    (
      "decides",
      [
        "I do, with the production manager", "Head office", "Our managing director",
        "Management, and the works council has a say",
      ]
    ),
    ("when", ["Before the summer shutdown", "By ^", "For the audit in ^", "No hurry", "Now"]),
    ("size", ["~ operators, @ lines", "1~ people in three shifts", "One line to begin with"]),
    (
      "heard",
      ["From our sister plant", "A colleague showed me the film", "The open plant day", "Searched"]
    ),
  ]

  /// A question that a form of last year asked and the board does not know.
  static let oldQuestion = "Which system do you use for maintenance?"
  /// Answers to it.
  static let oldAnswers: Phrases = ["None, paper", "A spreadsheet", "The module of our ERP"]

  /// What buyers say when they forbid us something.
  static let noEmail: Phrases = [
    "No newsletters, please. Call if it matters.", "Take me off the list.",
  ]
  /// What buyers say when they forbid us to call.
  static let noCall: Phrases = [
    "Do not call, I am on the line all day. Write.", "No calls to the plant, please.",
  ]
}
