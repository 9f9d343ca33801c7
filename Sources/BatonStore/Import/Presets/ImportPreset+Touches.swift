import BatonModel

/// What a tool that writes to buyers, or a telephone system, logs.
extension ImportPreset {
  /// Touches on leads that are there, in Baton's own words.
  ///
  /// Not where there is the id of a submission: what anybody may send through a form is never taken
  /// for what we did.
  static let touches = ImportPreset(
    "touches", title: "Touches on leads that are there", signatures: [["direction", "channel"]],
    unless: ["submission_id", "submissionId"], match: [.lead, .email],
    columns: [
      "lead": .field(.id), "lead_id": .field(.id), "leadId": .field(.id),
      "email": .field(.email),
      "id": .touch(.id), "touch_id": .touch(.id), "message_id": .touch(.id),
      "messageId": .touch(.id), "event_id": .touch(.id), "eventId": .touch(.id),
      "at": .touch(.at), "time": .touch(.at), "date": .touch(.at), "sent_at": .touch(.at),
      "sentAt": .touch(.at), "timestamp": .touch(.at), "side": .touch(.side),
      "direction": .touch(.direction), "channel": .touch(.channel), "by": .touch(.by),
      "subject": .touch(.summary), "summary": .touch(.summary), "note": .touch(.summary),
      "outcome": .touch(.outcome), "campaign": .touch(.campaign),
    ])
}
