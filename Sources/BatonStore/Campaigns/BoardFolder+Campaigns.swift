public import BatonModel

extension BoardFolder {
  /// Ends a campaign, and tells everybody who works on one of its open leads.
  ///
  /// The campaign and all its leads change or none does, also across a crash.
  ///
  /// - Returns: the leads that changed, in the order of their ids.
  /// - Throws: as `apply` does; the leads whose files are broken are left out.
  @discardableResult
  public func close(
    _ id: CampaignID, _ closing: CampaignClosing, in context: CommandContext
  ) throws(StoreError) -> [LeadChange] {
    let leads = try openLeads(of: id)
    let path = try Self.filePath(.campaign, id.rawValue)
    var paths = [path]
    for lead in leads { paths.append(try Self.filePath(.lead, lead.rawValue)) }
    return try transact(on: paths) { board throws(StoreError) in
      var campaign = try board.campaign(id)
      do throws(Refusal) { try campaign.close(in: context) } catch { throw .refused(error) }
      try board.put(campaign)
      var changes: [LeadChange] = []
      for lead in leads {
        // As it is under the lock: it may have been won, or merged, since the leads were looked up.
        guard let before = try? board.lead(lead) else { continue }
        var after = before
        for command in closing.commands(for: before, of: campaign, on: context.board) {
          after = try board.apply(command, to: lead, in: context).after
        }
        if after != before { changes.append(LeadChange(before: before, after: after)) }
      }
      return changes
    }
  }

  /// Lets an ended campaign run again; its leads stay as they are.
  public func reopen(_ id: CampaignID) throws(StoreError) {
    let path = try Self.filePath(.campaign, id.rawValue)
    try transact(on: [path]) { board throws(StoreError) in
      var campaign = try board.campaign(id)
      do throws(Refusal) { try campaign.reopen() } catch { throw .refused(error) }
      try board.put(campaign)
    }
  }

  private func openLeads(of id: CampaignID) throws(StoreError) -> [LeadID] {
    let all = try readLeads { lead in
      lead.acquisition.principal?.campaign == id && lead.parked?.kind.isClosed != true
        ? lead.id : nil
    }
    return all.values.compactMap { $0 }.sorted()
  }
}
