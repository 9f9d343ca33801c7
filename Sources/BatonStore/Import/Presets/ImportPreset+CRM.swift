import BatonModel

/// The exports of customer databases.
extension ImportPreset {
  static let hubSpotContacts = ImportPreset(
    "hubspot-contacts", title: "HubSpot contacts",
    signatures: [
      ["Record ID", "Email"], ["Record ID", "First Name"], ["Email", "Lifecycle Stage"],
    ],
    columns: [
      "Record ID": .field(.id), "First Name": .field(.firstName), "Last Name": .field(.lastName),
      "Email": .field(.email), "Phone Number": .field(.phone), "Job Title": .field(.personTitle),
      "Contact owner": .field(.owner), "Lead Status": .field(.stage),
      "Lifecycle Stage": .field(.stage), "Create Date": .field(.created),
      "Company Name": .field(.company), "Associated Company": .field(.company),
      "Website URL": .field(.companyDomain), "Country/Region": .field(.country),
      "Industry": .field(.industry), "Number of Employees": .field(.employees),
      "Original Traffic Source": .arrival(.creating, .source),
      "Original Source": .arrival(.creating, .source),
      "Original Traffic Source Drill-Down 1": .arrival(.creating, .medium),
      "Original Source Drill-Down 1": .arrival(.creating, .medium),
      "Original Traffic Source Drill-Down 2": .arrival(.creating, .term),
      "Original Source Drill-Down 2": .arrival(.creating, .term),
      "Latest Traffic Source": .arrival(.last, .source),
      "Record source detail 1": .arrival(.creating, .form),
      "Unsubscribed from all email": .field(.doNotEmail),
      "Opted out of all email": .field(.doNotEmail),
    ])

  static let hubSpotDeals = ImportPreset(
    "hubspot-deals", title: "HubSpot deals", signatures: [["Deal Name", "Deal Stage"]],
    match: [.id],
    columns: [
      "Record ID": .field(.id), "Deal Name": .field(.name), "Deal Stage": .field(.stage),
      "Amount": .field(.amount), "Currency": .field(.currency), "Deal owner": .field(.owner),
      "Create Date": .field(.created), "Close Date": .field(.closed),
      "Closed Lost Reason": .field(.lostReason),
      "Original Traffic Source": .arrival(.creating, .source),
    ])

  static let salesforceLeads = ImportPreset(
    "salesforce-leads", title: "Salesforce leads (field names)",
    signatures: [["LastName", "Company"], ["LastName", "LeadSource"]],
    columns: [
      "Id": .field(.id), "FirstName": .field(.firstName), "LastName": .field(.lastName),
      "Title": .field(.personTitle), "Email": .field(.email), "Phone": .field(.phone),
      "MobilePhone": .field(.phone), "Company": .field(.company),
      "Website": .field(.companyDomain), "Industry": .field(.industry),
      "Description": .field(.note), "City": .field(.city), "Country": .field(.country),
      "NumberOfEmployees": .field(.employees), "AnnualRevenue": .field(.revenue),
      "LeadSource": .arrival(.creating, .source), "Status": .field(.stage),
      "CreatedDate": .field(.created), "HasOptedOutOfEmail": .field(.doNotEmail),
      "DoNotCall": .field(.doNotCall),
    ])

  static let salesforceLeadReport = ImportPreset(
    "salesforce-lead-report", title: "Salesforce leads (report)",
    signatures: [["Company / Account", "Lead Status"], ["Lead Owner", "Lead Status"]],
    columns: [
      "Lead ID": .field(.id), "Lead Owner": .field(.owner), "First Name": .field(.firstName),
      "Last Name": .field(.lastName), "Title": .field(.personTitle),
      "Company / Account": .field(.company), "Email": .field(.email), "Phone": .field(.phone),
      "Mobile": .field(.phone), "Lead Source": .arrival(.creating, .source),
      "Lead Status": .field(.stage), "Created Date": .field(.created),
      "Create Date": .field(.created), "Industry": .field(.industry), "City": .field(.city),
      "Country": .field(.country), "Do Not Call": .field(.doNotCall),
      "Email Opt Out": .field(.doNotEmail),
    ])

  static let salesforceOpportunityReport = ImportPreset(
    "salesforce-opportunity-report", title: "Salesforce opportunities (report)",
    signatures: [["Opportunity Name", "Stage"]], match: [.id],
    columns: [
      "Opportunity ID": .field(.id), "Opportunity Name": .field(.name), "Stage": .field(.stage),
      "Amount": .field(.amount), "Amount Currency": .field(.currency),
      "Close Date": .field(.closed), "Created Date": .field(.created),
      "Opportunity Owner": .field(.owner), "Account Name": .field(.company),
      "Lead Source": .arrival(.creating, .source), "Loss Reason": .field(.lostReason),
    ])

  static let pipedriveDeals = ImportPreset(
    "pipedrive-deals", title: "Pipedrive deals",
    signatures: [["Deal - Title"], ["Deal - ID", "Deal - Stage"]], match: [.id],
    columns: [
      "Deal - ID": .field(.id), "Deal - Title": .field(.name), "Deal - Owner": .field(.owner),
      "Deal - Value": .field(.amount), "Deal - Currency of Value": .field(.currency),
      "Deal - Organization": .field(.company), "Deal - Contact person": .field(.personName),
      "Deal - Stage": .field(.stage), "Deal - Status": .field(.outcome),
      "Deal - Label": .field(.tags), "Deal - Deal created": .field(.created),
      "Deal - Last stage change": .field(.stageEntered), "Deal - Won time": .field(.closed),
      "Deal - Lost time": .field(.closed), "Deal - Lost reason": .field(.lostReason),
      "Deal - Source origin": .arrival(.creating, .medium),
      "Deal - Source channel": .arrival(.creating, .source),
    ])

  static let pipedrivePeople = ImportPreset(
    "pipedrive-people", title: "Pipedrive people", signatures: [["Person - Name"]],
    columns: [
      "Person - ID": .field(.id), "Person - Name": .field(.personName),
      "Person - First name": .field(.firstName), "Person - Last name": .field(.lastName),
      "Person - Organization": .field(.company), "Person - Email - Work": .field(.email),
      "Person - Email - Home": .field(.email), "Person - Email - Other": .field(.email),
      "Person - Phone - Work": .field(.phone), "Person - Phone - Mobile": .field(.phone),
      "Person - Phone - Home": .field(.phone), "Person - Owner": .field(.owner),
      "Person - Person created": .field(.created), "Person - Label": .field(.tags),
    ]
  ) { mapping in
    var marketing = ColumnMapping.words(
      .field(.doNotEmail),
      [
        "Subscribed": "no", "Unsubscribed": "yes", "No consent": "yes", "Archived": "yes",
        "User unsubscribed": "yes", "Bounced": "yes",
      ])
    marketing.keep = true
    mapping.columns["Person - Marketing status"] = marketing
  }
}
