import BatonModel

/// The exports of advertising forms, and two published sets that teams try tools with.
extension ImportPreset {
  static let metaLeadAds = ImportPreset(
    "meta-lead-ads", title: "Meta lead ads",
    signatures: [["created_time", "form_id"], ["created_time", "ad_id"], ["id", "form_name"]],
    columns: [
      "created_time": .field(.created), "full_name": .field(.personName),
      "first_name": .field(.firstName), "last_name": .field(.lastName), "email": .field(.email),
      "work_email": .field(.email), "job_title": .field(.personTitle),
      "company_name": .field(.company), "campaign_name": .arrival(.creating, .campaign),
      "form_name": .arrival(.creating, .form), "ad_name": .arrival(.creating, .adHeadline),
      "adset_id": .extra(as: nil), "adset_name": .extra(as: nil), "campaign_id": .extra(as: nil),
      "form_id": .extra(as: nil), "is_organic": .extra(as: nil), "inbox_url": .extra(as: nil),
      "lead_status": .extra(as: nil),
    ]
  ) { mapping in
    mapping.columns["id"] = .stripped(.field(.id), "l:")
    mapping.columns["ad_id"] = .stripped(.arrival(.creating, .adID), "ag:")
    mapping.columns["phone_number"] = .stripped(.field(.phone), "p:")
    mapping.columns["work_phone_number"] = .stripped(.field(.phone), "p:")
    mapping.columns["platform"] = .words(
      .arrival(.creating, .source), ["fb": "facebook", "ig": "instagram"])
    mapping.unlistedAreAnswers = true
    mapping.idsAreSubmissions = true
  }

  /// What a form of one's own site hands to `baton intake`, or leaves in the inbox as JSON.
  static let form = ImportPreset(
    "form", title: "A form of one's own",
    signatures: [["submission_id"], ["submissionId"]], match: [.id, .email], format: .json,
    columns: [
      "submission": .field(.id), "submission_id": .field(.id), "submissionId": .field(.id),
      "id": .field(.id), "uuid": .field(.id), "given-name": .field(.firstName),
      "family-name": .field(.lastName), "tel": .field(.phone), "job": .field(.personTitle),
      "title": .field(.personTitle), "organization-title": .field(.personTitle),
      "url": .arrival(.creating, .landingPage), "page": .arrival(.creating, .landingPage),
      "website": .field(.companyDomain),
    ]
  ) { mapping in
    mapping.rowsAreSubmissions = true
    mapping.idsAreSubmissions = true
  }

  /// The opportunities of a hardware maker, with accounts, products and teams beside them.
  static let crmOpportunities = ImportPreset(
    "crm-opportunities", title: "CRM opportunities with accounts, products and teams",
    signatures: [["opportunity_id", "sales_agent", "deal_stage"]], match: [.id],
    columns: [
      "opportunity_id": .field(.id), "sales_agent": .field(.owner),
      "account": .field(.company), "deal_stage": .field(.stage),
      "engage_date": .field(.stageEntered), "close_date": .field(.closed),
      "close_value": .field(.amount), "accounts.sector": .field(.industry),
      "accounts.employees": .field(.employees), "accounts.office_location": .field(.country),
      "accounts.subsidiary_of": .field(.parentCompany),
      "sales_teams.manager": .field(.ownerManager),
      "sales_teams.regional_office": .field(.ownerOffice),
    ]
  ) { mapping in
    mapping.columns["product"] = .words(.field(.name), ["GTXPro": "GTX Pro"])
    mapping.columns["accounts.revenue"] = .millions(.field(.revenue))
    mapping.currency = "USD"
    mapping.stages = [
      "Prospecting": StageRule(stage: "qualify"), "Engaging": StageRule(stage: "decide"),
      "Won": StageRule(stage: "decide", outcome: .won),
      "Lost": StageRule(stage: "decide", outcome: .lost),
    ]
    mapping.joins = [
      ImportJoin(file: "accounts.csv", on: "account"),
      ImportJoin(file: "products.csv", on: "product"),
      ImportJoin(file: "sales_teams.csv", on: "sales_agent"),
    ]
  }

  /// The leads of a seller of online courses, with what they did, were asked, and what sales says.
  static let courseLeads = ImportPreset(
    "course-leads", title: "Leads of an online-course seller",
    signatures: [["Prospect ID", "Lead Origin", "Lead Source"]], match: [.id],
    columns: [
      // As written, also where one source is written in two ways: the counts are the file's own.
      "Lead Source": .arrival(.creating, .source),
      "Prospect ID": .field(.id), "Lead Origin": .arrival(.creating, .form),
      "Do Not Email": .field(.doNotEmail), "Do Not Call": .field(.doNotCall),
      "Specialization": .answer("specialization"),
      "How did you hear about X Education": .answer("heard"),
      "What is your current occupation": .answer("occupation"),
      "What matters most to you in choosing a course": .answer("matters-most"),
      "Tags": .field(.feedbackNote), "Country": .extra(as: nil), "City": .extra(as: nil),
    ]
  ) { mapping in
    mapping.nameTemplate = "Lead {Lead Number}"
    mapping.notAnswered = ["Select"]
    mapping.columns["Converted"] = .words(
      .field(.stage), ["1": "converted", "0": "not converted"])
    mapping.stages = [
      "converted": StageRule(stage: "decide", outcome: .won),
      "not converted": StageRule(stage: "new"),
    ]
    var quality = ColumnMapping.words(
      .field(.quality),
      [
        "High in Relevance": "5", "Might be": "4", "Not Sure": "3", "Low in Relevance": "2",
        "Worst": "1",
      ])
    quality.keep = true
    mapping.columns["Lead Quality"] = quality
    for (header, question) in [
      "Search": "saw-search", "Magazine": "saw-magazine",
      "Newspaper Article": "saw-newspaper-article", "X Education Forums": "saw-forums",
      "Newspaper": "saw-newspaper", "Digital Advertisement": "saw-digital-ad",
      "Through Recommendations": "was-recommended",
      "Receive More Updates About Our Courses": "wants-updates",
      "Update me on Supply Chain Content": "wants-supply-chain-content",
      "Get updates on DM Content": "wants-dm-content",
      "I agree to pay the amount through cheque": "pays-by-cheque",
      "A free copy of Mastering The Interview": "wants-interview-guide",
    ] {
      mapping.columns[header] = .tickBox(QuestionID(question))
    }
  }
}

/// What `baton export` writes: rows that speak of leads by their own ids.
extension ImportPreset {
  static let batonCSV = ImportPreset(
    "baton-csv", title: "Baton's export as CSV", signatures: [ownColumns], match: [.lead],
    format: .delimited, columns: ownTargets)

  static let batonJSON = ImportPreset(
    "baton-jsonl", title: "Baton's export as JSON Lines", signatures: [ownColumns],
    match: [.lead], format: .json, columns: ownTargets
  ) { mapping in
    mapping.columns["amount"]?.countsMinorUnits = true
  }

  private static let ownColumns = ["id", "daysInStage", "stageSince", "parked"]

  /// What is reckoned from the rest is passed over; what was said of a lead stays with who said it.
  private static let ownTargets: [String: ImportTarget] = [
    "id": .field(.id), "name": .field(.name), "company": .field(.company),
    "stage": .field(.stage), "owner": .field(.owner), "marketingOwner": .field(.marketingOwner),
    "source": .arrival(.creating, .source), "campaign": .arrival(.creating, .campaign),
    "amount": .field(.amount), "currency": .field(.currency), "parked": .field(.outcome),
    "parkedReason": .field(.lostReason), "tags": .field(.tags), "created": .field(.created),
    "stageSince": .field(.stageEntered), "parkedUntil": .field(.parkedUntil),
    "flags": .field(.flags), "activity": .ignore, "daysInStage": .ignore,
    "limitDays": .ignore, "stalled": .ignore, "overdue": .ignore,
    "nextStep": .ignore, "nextStep.booked": .ignore, "nextStep.due": .ignore,
    "nextStep.kind": .ignore, "lastTouch": .ignore, "lastTouch.at": .ignore,
    "lastTouch.channel": .ignore, "lastTouch.direction": .ignore, "lastTouch.side": .ignore,
    "quality": .ignore,
  ]
}
