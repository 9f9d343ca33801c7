import BatonModel
import BatonReports
import TerminalCanvas

/// Where the lead came from, and what other systems say of it.
extension LeadFacts {
  /// The arrivals apart, save where one is the same as another.
  func addArrivals(to page: inout PageLines) {
    for (title, arrival) in arrivals {
      let when = arrival.at.map { text(moment($0), .textFaint) } ?? StyledText()
      page.section(title, aside: when) { page in add(arrival, to: &page) }
    }
  }

  private var arrivals: [(title: String, arrival: Arrival)] {
    let acquisition = lead.acquisition
    var groups: [(names: [String], arrival: Arrival)] = []
    let all = [
      ("FIRST", acquisition.first), ("CREATING", acquisition.creating),
      ("LAST", acquisition.last),
    ]
    for (name, arrival) in all {
      guard let arrival else { continue }
      if let place = groups.firstIndex(where: { $0.arrival == arrival }) {
        groups[place].names.append(name)
      } else {
        groups.append(([name], arrival))
      }
    }
    return groups.map { ($0.names.joined(separator: " AND ") + " ARRIVAL", $0.arrival) }
  }

  private func add(_ arrival: Arrival, to page: inout PageLines) {
    func fact(_ key: String, _ value: StyledText?) -> StyledText? {
      value.map { marked($0, arrival.provenance(of: key)) }
    }
    func plain(_ value: String?) -> StyledText? { value.map { text($0) } }
    let clicks = arrival.clickIDs.sorted { $0.key < $1.key }.map { click in
      text("\(click.key) ", .textFaint) + text(click.value)
    }
    let ad = arrival.ad.map { ad in
      quote(ad.headline, .textStrong) + (ad.promise.map { text(": ") + text($0) } ?? StyledText())
    }
    let rows: [(String, StyledText?)] = [
      (
        "source",
        list([fact("source", plain(arrival.source)), fact("medium", plain(arrival.medium))])
      ),
      ("campaign", fact("campaign", arrival.campaign.map { text(title($0)) })),
      ("ad", fact("ad", ad)),
      ("searched", fact("term", arrival.term.map { quote($0) })),
      ("content", fact("content", plain(arrival.content))),
      ("landed on", fact("landingPage", plain(arrival.landingPage))),
      ("came from", fact("referrer", plain(arrival.referrer))),
      ("form", fact("form", plain(arrival.form))),
      ("clicks", clicks.isEmpty ? nil : fact("clickIDs", list(clicks))),
    ]
    for (label, value) in rows {
      if let value, !value.runs.isEmpty { page.row(label, value) }
    }
  }

  /// Ids in other systems, then columns of imported files for which a lead has no field.
  func addImported(to page: inout PageLines) {
    page.section("IN OTHER SYSTEMS") { page in
      for (system, id) in lead.externalIDs.sorted(by: { $0.key < $1.key }) {
        page.row(system, text(id, .textDim), maxLines: 2)
      }
    }
    for (source, columns) in lead.importedColumns {
      let filled = columns.filter { !$0.value.text.isEmpty }
      let longest = filled.map { DisplayWidth.of($0.key, upTo: 24) }.max() ?? 0
      let width = max(page.labelWidth, min(longest, page.width / 2, 24))
      page.section("FROM FILE", aside: text(source, .textFaint)) { page in
        for column in filled {
          page.row(column.key, text(column.value.text), labelWidth: width, maxLines: 2)
        }
      }
    }
  }

  /// The file's own name and revision, and when the lead came in.
  func addFile(to page: inout PageLines) {
    page.blank()
    page.line(
      text(view.masksNames ? lead.name : lead.id.rawValue, .textFaint)
        + text(" · revision \(lead.revision) · came in \(moment(lead.createdAt))", .textFaint))
  }
}
