public import BatonModel

/// One subject on one page: a title, a few large figures, tables and pictures.
///
/// What the screen, the terminal, Markdown and HTML show is drawn from the same page. Its text may
/// come from files that anybody wrote: whoever draws it makes it harmless.
public struct ReportPage: Sendable {
  /// The subject.
  public var title: String
  /// What is looked at, such as a filter.
  public var subtitle: String?
  /// What is shown, from the top.
  public var blocks: [Block]
  /// The same for scripts.
  public var json: JSONObject {
    get { makeJSON() }
    set { makeJSON = { newValue } }
  }
  private var makeJSON: @Sendable () -> JSONObject

  /// A page.
  public init(title: String, subtitle: String? = nil, blocks: [Block], json: JSONObject) {
    self.init(title: title, subtitle: subtitle, blocks: blocks, makingJSON: { json })
  }

  /// A page whose JSON is made when it is asked for, which on the screen it never is: to write down
  /// every lead of a large board takes longer than to count them.
  public init(
    title: String, subtitle: String? = nil, blocks: [Block],
    makingJSON: @escaping @Sendable () -> JSONObject
  ) {
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
    makeJSON = makingJSON
  }

  /// Where its rows lead to, from the top; rows that lead nowhere are not among them.
  public var targets: [Target] {
    blocks.flatMap { block in
      if case .table(let table) = block { return table.rows.compactMap(\.target) }
      return []
    }
  }

  /// The large figures in one line, as an agenda keeps them: `12 new · 3 won`.
  public var headline: String {
    for block in blocks {
      if case .figures(let figures) = block {
        return figures.map { "\($0.value) \($0.label)" }.joined(separator: " · ")
      }
    }
    return ""
  }

  /// A part of a page.
  public enum Block: Sendable {
    /// Figures side by side.
    case figures([Figure])
    /// A table.
    case table(Table)
    /// A sentence or two.
    case note(String)
    /// What was said of it in the meeting.
    case said(String)
    /// A picture.
    case chart(Chart)
  }

  /// How something is meant.
  public enum Tone: Hashable, Sendable {
    /// As it is.
    case plain
    /// Of less weight.
    case dim
    /// Of more weight.
    case strong
    /// As it should be.
    case good
    /// To be watched.
    case warning
    /// Not as it should be.
    case bad
  }

  /// A large figure with what it counts.
  public struct Figure: Sendable {
    /// The figure.
    public var value: String
    /// What it is.
    public var label: String
    /// How it is meant.
    public var tone: Tone

    /// A figure.
    public init(_ value: String, _ label: String, _ tone: Tone = .strong) {
      self.value = value
      self.label = label
      self.tone = tone
    }
  }

  /// A cell of a table.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    /// What it says.
    public var text: String
    /// How it is meant.
    public var tone: Tone
    /// What the text draws, where it is a picture.
    public var picture: Picture?

    /// A cell.
    public init(_ text: String, _ tone: Tone = .plain, picture: Picture? = nil) {
      self.text = text
      self.tone = tone
      self.picture = picture
    }

    /// The character from which on the text draws what lies beyond a limit; nil where nothing does.
    public var textBeyond: Int? {
      if case .course(_, let beyond) = picture { beyond } else { nil }
    }

    /// A plain cell.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// A picture that fits into a cell.
  public enum Picture: Sendable {
    /// A bar that fills a share of its room, 0 to 1; its text is drawn into so many columns.
    case bar(Double, columns: Int)
    /// Bars side by side, each as high as its value; those from a place on lie beyond a limit.
    case course([Double], beyond: Int? = nil)
  }

  /// Where a row leads to.
  public enum Target: Hashable, Sendable {
    /// The leads that a query finds, within the filter of the page.
    case leads(query: String)
    /// A lead.
    case lead(LeadID)
    /// Another page.
    case page(ReportRequest)
    /// A decision, and the leads that it is about, where there are any, as a query finds them.
    case decision(DecisionPlace, leads: String?)
  }

  /// A row of a table.
  public struct Row: Sendable {
    /// Its cells.
    public var cells: [Cell]
    /// Where it leads to.
    public var target: Target?
    /// How many leads stand there, where it leads to leads and says how many.
    public var opens: Int?

    /// A row.
    public init(_ cells: [Cell], to target: Target? = nil, opens: Int? = nil) {
      self.cells = cells
      self.target = target
      self.opens = opens
    }

    /// A row that leads to so many leads, or nowhere where there are none.
    public init(_ cells: [Cell], leads query: String, opens count: Int) {
      self.init(cells, to: count > 0 ? .leads(query: query) : nil, opens: count)
    }
  }

  /// A table.
  public struct Table: Sendable {
    /// Its subject.
    public var title: String?
    /// Its columns.
    public var columns: [TextTable.Column]
    /// Its rows.
    public var rows: [Row]
    /// What is said where there are no rows.
    public var empty: String

    /// A table.
    public init(
      _ title: String? = nil, columns: [TextTable.Column], rows: [Row], empty: String = "Nothing."
    ) {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.empty = empty
    }
  }

  /// A picture of numbers.
  public struct Chart: Sendable {
    /// What kind of picture it is.
    public enum Kind: Sendable {
      /// Bars that grow upwards, one a value of the only series.
      case histogram
      /// Areas one on the other.
      case stacked
    }

    /// Its subject.
    public var title: String
    /// What kind of picture it is.
    public var kind: Kind
    /// What is drawn, each with its name.
    public var series: [(name: String, values: [Double])]
    /// What stands at the left and at the right below it.
    public var ends: (String, String)
    /// The place of a mark among the values, such as a target, and what it says.
    public var mark: (place: Int, text: String)?

    /// A picture.
    public init(
      _ title: String, _ kind: Kind, series: [(name: String, values: [Double])],
      ends: (String, String), mark: (place: Int, text: String)? = nil
    ) {
      self.title = title
      self.kind = kind
      self.series = series
      self.ends = ends
      self.mark = mark
    }
  }
}
