import BatonModel
import BatonReports
import BatonStore
import TerminalCanvas

/// What `import` tells people of a file: its columns, what changes, what was refused.
struct ImportReport {
  let prepared: PreparedImport
  /// What was done; nil where nothing was written.
  let result: ImportResult?
  /// Where the refused rows went.
  let rejectFile: String?

  /// The most leads of which before and after are shown.
  private static let mostLeads = 20

  /// The lines, harmless to print.
  var lines: [String] {
    var lines = [heading]
    if result == nil { lines += columns + stages + arrivals }
    lines += changes + supplement
    lines.append(counts)
    lines += (result?.notices ?? prepared.plan.notices).map {
      [$0.text, $0.remedy].compactMap { $0 }.joined(separator: " ")
    }
    lines += refused
    return lines.map { Sanitizer.safeText($0) }
  }

  private var heading: String {
    let preset = prepared.proposal?.preset.map { "\($0.title), preset \($0.name)" }
    let known = preset ?? (prepared.proposal == nil ? "by the mapping given" : "by its headers")
    let mapping = prepared.mapping
    let matched = mapping.match.map(\.rawValue).joined(separator: ", ")
    let hasIDs =
      mapping.match.contains(.id) && mapping.columns.values.contains { $0.target == .field(.id) }
    let filed = hasIDs ? "; ids filed under “\(mapping.source)”" : ""
    return "\(prepared.name): read as \(known); rows recognised by \(matched)\(filed)."
  }

  private var columns: [String] {
    let findings =
      prepared.proposal?.findings.map { ($0.column, $0.ground == .unknown ? nil : $0.target) }
      ?? prepared.mapping.columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value.target.path) }
    var table = TextTable([
      TextTable.Column(title: "COLUMN", most: 40), TextTable.Column(title: "GOES TO", most: 40),
    ])
    let rows = findings.map { [$0.0, $0.1 ?? "kept on the lead as it is"] }
    for row in rows { table.measure(row) }
    return ([table.header] + rows.map(table.line)).map { "  " + $0 }
  }

  private var stages: [String] {
    let rules = prepared.mapping.stages.sorted { $0.key < $1.key }.map { word, rule in
      let place = [rule.stage?.rawValue, rule.outcome?.rawValue, rule.reason?.rawValue]
      return "  “\(word)” → \(place.compactMap { $0 }.joined(separator: ", "))"
    }
    return rules.isEmpty ? [] : ["Where the words of its stages put a lead:"] + rules
  }

  private var arrivals: [String] {
    let shown = prepared.plan.creations.prefix(5).map { creation in
      let lead = creation.lead
      let who = [lead.name, lead.company?.name].compactMap { $0 }.joined(separator: " · ")
      return
        "  line \(creation.line)  \(who) → \(lead.parked?.kind.rawValue ?? lead.stage.rawValue)"
    }
    return shown.isEmpty ? [] : ["The first that come in:"] + shown
  }

  private var changes: [String] {
    let updates = prepared.plan.updates
    let shown = updates.prefix(ImportReport.mostLeads).flatMap { update in
      ["  \(update.before.id)  \(update.before.name)"]
        + update.changes.map { "    \($0.field): \($0.before ?? "nothing") → \($0.after)" }
    }
    let more = updates.count - ImportReport.mostLeads
    return (shown.isEmpty ? [] : ["Before and after:"]) + shown
      + (more > 0 ? ["  … and \(more) more leads."] : [])
  }

  private var supplement: [String] {
    guard let added = result?.supplement ?? prepared.plan.supplement else { return [] }
    let kinds: [(String, [String])] = [
      ("members", added.members.map(\.id.rawValue)), ("stages", added.stages.map(\.id.rawValue)),
      ("reasons", added.reasons.map(\.id.rawValue)),
      ("questions", added.questions.map(\.id.rawValue)),
      ("campaigns", added.campaigns.map(\.id.rawValue)),
    ]
    let lines = kinds.filter { !$0.1.isEmpty }.map { kind, names in
      let shown = names.prefix(12).joined(separator: ", ")
      return "  \(kind) (\(names.count)): \(shown)\(names.count > 12 ? " …" : "")"
    }
    return lines.isEmpty ? [] : ["The board gets:"] + lines
  }

  private var counts: String {
    let plan = prepared.plan
    let (read, created) = (result?.read ?? plan.read, result?.created ?? plan.created)
    let (updated, same) = (result?.updated ?? plan.updated, result?.unchanged ?? plan.unchanged)
    let refused = (result?.refused ?? plan.refused).count
    return "\(read) rows: \(created) new, \(updated) changed, \(same) as they were, "
      + "\(refused) refused." + (result == nil ? " Nothing was written." : "")
  }

  private var refused: [String] {
    let rows = result?.refused ?? prepared.plan.refused
    let shown = rows.prefix(5).map { "  line \($0.line): \($0.reason) \($0.remedy)" }
    let more = rows.count > 5 ? ["  … and \(rows.count - 5) more."] : []
    let place = rejectFile.map { ["The refused rows are in \($0)."] } ?? []
    return (rows.isEmpty ? [] : ["Refused:"]) + shown + more + place
  }

  /// The report for scripts.
  var json: JSONObject {
    let plan = prepared.plan
    let notices = (result?.notices ?? plan.notices).map { notice -> JSONValue in
      .object(["remedy": .text(notice.remedy), "text": .string(notice.text)])
    }
    return [
      "created": .whole(result?.created ?? plan.created), "dryRun": .bool(result == nil),
      "file": .string(prepared.name), "notices": .array(notices),
      "preset": .text(prepared.proposal?.preset?.name ?? prepared.mapping.preset),
      "read": .whole(result?.read ?? plan.read),
      "refused": .whole((result?.refused ?? plan.refused).count),
      "rejectFile": .text(rejectFile), "source": .string(prepared.mapping.source),
      "unchanged": .whole(result?.unchanged ?? plan.unchanged),
      "updated": .whole(result?.updated ?? plan.updated),
    ]
  }
}
