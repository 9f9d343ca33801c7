import Testing

@testable import BatonInsights

@Suite("Contact") struct ContactTests {
  @Test(
    "Bounces, collisions and silence", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("bounce-small") + Reference.cases("bounce-receipt"))
  func reference(reference: ReferenceCase) throws {
    var teams = Labels()
    let marketing = teams.number(of: "marketing")
    var histories: [ContactHistory] = []
    for lead in reference.input["leads"].array {
      let touches = try lead["touches"].array.map { touch in
        ContactHistory.Touch(
          day: try touch[0].requiredDouble, team: teams.number(of: touch[1].string ?? ""),
          isOutbound: touch[2].string == "out")
      }
      histories.append(
        ContactHistory(
          created: try lead["created"].requiredDouble,
          fate: try lead["status"].requiredFate,
          hasReason: lead["reason"].string?.isEmpty == false,
          handedAt: lead["handedAt"].double, acceptedAt: lead["acceptedAt"].double,
          touches: touches))
    }
    let summary = ContactSummary(
      histories, asOf: try reference.input["asOf"].requiredDouble, marketing: marketing,
      collisionsWithin: try reference.input["N"].requiredDouble,
      silentBeyond: try reference.input["V"].requiredDouble)
    reference.check(Self.figures(summary))
  }

  private static func figures(_ summary: ContactSummary) -> JSON {
    .object([
      "per_lead_crossings_returns_collisions_quiet": .array(
        summary.leads.map { lead in
          .array([
            JSON(lead.crossings), JSON(lead.returns), JSON(lead.collisions),
            JSON(lead.quietDays),
          ])
        }),
      "crossings_total": JSON(summary.crossings.values.reduce(0, +)),
      "crossings_mean": JSON(summary.crossings.mean),
      "crossings_median": JSON(summary.crossings.median),
      "crossings_max": JSON(summary.crossings.values.last),
      "leads_colliding": JSON(summary.collidingLeads),
      "collisions_total": JSON(summary.collisions),
      "open_quiet_bands": JSON(summary.openByQuietBand),
      "never_touched_open": JSON(summary.openNeverTouched),
      "dropped_by_marketing": JSON(summary.droppedByMarketing),
      "marketing_out_after_accept": JSON(summary.marketingTouchesAfterAcceptance),
      "silent_lost": JSON(summary.lostSilently),
      "vanished": JSON(summary.vanished),
      "sales_prevention": JSON(summary.salesPrevention),
    ])
  }

  private static func contact(
    _ touches: [ContactHistory.Touch], handedAt: Double? = nil, acceptedAt: Double? = nil,
    asOf: Double = 100
  ) -> LeadContact {
    let history = ContactHistory(
      created: 0, fate: .open, handedAt: handedAt, acceptedAt: acceptedAt, touches: touches)
    return LeadContact(history, asOf: asOf, marketing: 0, collisionsWithin: 1)
  }

  private static func touch(
    _ day: Double, _ team: Int, isOutbound: Bool = true
  ) -> ContactHistory.Touch {
    ContactHistory.Touch(day: day, team: team, isOutbound: isOutbound)
  }

  @Test("Crossings and returns between teams")
  func crossings() {
    let contact = Self.contact([
      Self.touch(5, 1), Self.touch(1, 0), Self.touch(2, 0), Self.touch(9, 0), Self.touch(9, 2),
    ])
    #expect(contact.crossings == 3)
    #expect(contact.returns == 1)
    #expect(contact.quietDays == 91)
  }

  @Test("Only outbound touches collide, and only within the window")
  func collisions() {
    func collisions(_ touches: [ContactHistory.Touch]) -> Int {
      Self.contact(touches).collisions
    }
    #expect(collisions([Self.touch(1, 0), Self.touch(2, 1)]) == 1)
    #expect(collisions([Self.touch(1, 0), Self.touch(2.1, 1)]) == 0)
    #expect(collisions([Self.touch(1, 0), Self.touch(1.5, 0)]) == 0)
    #expect(collisions([Self.touch(1, 0), Self.touch(1.5, 1, isOutbound: false)]) == 0)
    let answered = [
      Self.touch(1, 0), Self.touch(1.2, 1, isOutbound: false), Self.touch(1.4, 1),
    ]
    #expect(collisions(answered) == 1)
  }

  @Test("Marketing drops a lead that it has not touched since the handover")
  func dropped() {
    let before = [Self.touch(3, 0), Self.touch(8, 1)]
    #expect(Self.contact(before, handedAt: 3).isDroppedByMarketing)
    #expect(!Self.contact(before, handedAt: 2.9).isDroppedByMarketing)
    #expect(!Self.contact(before).isDroppedByMarketing)
    #expect(!Self.contact(before, handedAt: 20, asOf: 10).isDroppedByMarketing)
    #expect(Self.contact([], handedAt: 3).isDroppedByMarketing)
    #expect(Self.contact(before, acceptedAt: 2).marketingTouchesAfterAcceptance == 1)
    #expect(Self.contact(before, acceptedAt: 3).marketingTouchesAfterAcceptance == 0)
  }

  @Test("Silent losses are the lost without a reason and the open that went quiet")
  func silence() {
    func history(_ fate: Fate, quiet: Double, hasReason: Bool = false) -> ContactHistory {
      ContactHistory(
        created: 0, fate: fate, hasReason: hasReason,
        touches: [Self.touch(100 - quiet, 1)])
    }
    let summary = ContactSummary(
      [
        history(.open, quiet: 7), history(.open, quiet: 7.1), history(.open, quiet: 30),
        history(.open, quiet: 30.5), history(.lost, quiet: 90),
        history(.lost, quiet: 1, hasReason: true), history(.won, quiet: 90),
        ContactHistory(created: 20, fate: .open, touches: []),
      ], asOf: 100, marketing: nil, collisionsWithin: 1, silentBeyond: 30)
    #expect(summary.openByQuietBand == [1, 1, 1, 2])
    #expect(summary.openNeverTouched == 1)
    #expect(summary.lostSilently == 1)
    #expect(summary.vanished == 2)
    #expect(summary.salesPrevention == Proportion(3, of: 4))
  }
}
