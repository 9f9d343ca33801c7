import ArgumentParser
import BatonStore

/// The option of the commands that take in files: how dates that may mean two days are read.
struct DateOrderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Which comes first in 03/04/2024: dmy or mdy.", valueName: "order"),
    completion: .list(DateOrder.allCases.map(\.rawValue)))
  private var dateOrder: String?

  /// The order; nil where each file has to settle it.
  var order: DateOrder? { dateOrder.flatMap { DateOrder(rawValue: $0) } }

  func validate() throws {
    guard dateOrder == nil || order != nil else {
      throw ValidationError("A date order is dmy or mdy.")
    }
  }
}
