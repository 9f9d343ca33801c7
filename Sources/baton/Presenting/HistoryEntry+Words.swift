import BatonModel

extension HistoryEntry {
  /// What was changed, as text output tells it: `move new → qualify`.
  func words(_ calendar: BoardCalendar) -> String {
    words(money: Figures.money) { Figures.time($0, calendar) }
  }
}
