/// What is drawn, as themes name it.
enum Role: String, CaseIterable, Sendable {
  case text
  case textDim = "text.dim"
  case textFaint = "text.faint"
  case textStrong = "text.strong"
  case heading
  case header
  case headerTitle = "header.title"
  case headerLive = "header.live"
  case columnTitle = "column.title"
  case columnTitleSelected = "column.title.selected"
  case columnFigure = "column.figure"
  case columnRule = "column.rule"
  case columnRuleSelected = "column.rule.selected"
  case joint
  case jointWaiting = "joint.waiting"
  case card
  case cardSelected = "card.selected"
  case cardBorder = "card.border"
  case cardBorderSelected = "card.border.selected"
  case cardTitle = "card.title"
  case cardCompany = "card.company"
  case cardMoney = "card.money"
  case cardSource = "card.source"
  case cardPromise = "card.promise"
  case cardAge = "card.age"
  case cardAgeLate = "card.age.late"
  case lightOverdue = "light.overdue"
  case lightToday = "light.today"
  case lightLater = "light.later"
  case lightNone = "light.none"
  case teamMarketing = "team.marketing"
  case teamSales = "team.sales"
  case teamDelivery = "team.delivery"
  case teamBuyer = "team.buyer"
  case quality
  case flagHold = "flag.hold"
  case flagConsent = "flag.consent"
  case flagRoadblock = "flag.roadblock"
  case flagDecision = "flag.decision"
  case timelineInbound = "timeline.inbound"
  case timelineOutbound = "timeline.outbound"
  case timelineEdit = "timeline.edit"
  case status
  case statusLoading = "status.loading"
  case statusWarning = "status.warning"
  case statusError = "status.error"
  case hintKey = "hint.key"
  case hintText = "hint.text"
  case overlay
  case overlayBorder = "overlay.border"
  case overlayTitle = "overlay.title"
  case pickerMatch = "picker.match"
  case pickerSelected = "picker.selected"
  case input
  case inputError = "input.error"
  case inputCursor = "input.cursor"
  case toast
  case toastError = "toast.error"
  case scroll, good, warn, bad
}
