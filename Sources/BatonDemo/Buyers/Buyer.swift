import BatonModel

/// Who a lead is: a person at a company.
///
/// Made of its own stream of chance, so that a duplicate can be made of another lead's.
struct Buyer: Sendable {
  /// The person's name.
  var name: String
  /// The person's address.
  var email: String
  /// The person's telephone.
  var phone: String
  /// The person's position.
  var title: String
  /// The company.
  var company: Company
  /// Where they are.
  var region: Region

  /// A buyer of a region.
  init(in region: Region, using random: inout DemoRandom) {
    self.region = region
    let house = random.pick(region.houses)
    let trade = random.pick(region.trades)
    company = Company(name: trade.name(of: house))
    company.domain = "\(house.slug)-\(trade.slug).example"
    company.industry = trade.industry
    company.country = region.country
    company.city = random.pick(region.cities)
    company.employees = Int(random.quantile(Buyer.sizes))
    title = random.pick(BuyerWords.titles)
    (name, email) = Buyer.person(in: region, at: company, using: &random)
    phone = Buyer.phone(in: region, using: &random)
  }

  /// Another person at the same company.
  func colleague(using random: inout DemoRandom) -> (name: String, email: String) {
    var other = Buyer.person(in: region, at: company, using: &random)
    // Few names make few pairs: the same one again is another person's only by mistake.
    for _ in 0..<8 where other.name == name {
      other = Buyer.person(in: region, at: company, using: &random)
    }
    return other
  }

  /// How many people work at the buyers' plants, from the smallest tenth to the largest.
  private static let sizes: [Double] = [35, 60, 80, 110, 140, 180, 240, 330, 480, 900, 2600]

  private static func person(
    in region: Region, at company: Company, using random: inout DemoRandom
  ) -> (name: String, email: String) {
    let given = random.pick(region.given)
    let family = random.pick(region.family)
    let name =
      region.isFamilyFirst ? family.text + given.text : "\(given.text) \(family.text)"
    let email = "\(given.slug).\(family.slug)@\(company.domain ?? "")"
    return (name, email)
  }

  private static func phone(in region: Region, using random: inout DemoRandom) -> String {
    // The last digits only: numbers that begin with 555 or 0 belong to nobody.
    "\(region.dialling) 555 0\(random.within(10...99)) \(random.within(100...999))"
  }
}
