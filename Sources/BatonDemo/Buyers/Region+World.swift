/// Names of other scripts: wide letters, letters from right to left, letters with combining marks.
extension Region {
  static let japan = Region(
    country: "Japan", dialling: "+81", cities: ["新潟市", "浜松市", "岡山市"],
    given: ["美咲|misaki", "健太|kenta", "さくら|sakura", "大輔|daisuke"],
    family: ["山田|yamada", "渡辺|watanabe", "高橋|takahashi", "小林|kobayashi"],
    houses: ["白山|hakusan", "千鳥|chidori", "みなと|minato"],
    trades: [Trade("株式会社%製菓", "confectionery"), Trade("%乳業株式会社", "dairy")],
    isFamilyFirst: true)

  static let korea = Region(
    country: "Korea", dialling: "+82", cities: ["청주시", "전주시", "창원시"],
    given: ["지우|jiwoo", "서연|seoyeon", "민준|minjun"],
    family: ["김|kim", "박|park", "최|choi"],
    houses: ["한빛|hanbit", "새봄|saebom"],
    trades: [Trade("%식품(주)", "food"), Trade("%제지", "paper")], isFamilyFirst: true)

  static let china = Region(
    country: "China", dialling: "+86", cities: ["苏州", "烟台", "佛山"],
    given: ["雪梅|xuemei", "建国|jianguo", "丽华|lihua"],
    family: ["王|wang", "陈|chen", "欧阳|ouyang"],
    houses: ["金穗|jinsui", "海棠|haitang"],
    trades: [Trade("%食品有限公司", "food"), Trade("%包装", "packaging")], isFamilyFirst: true)

  static let egypt = Region(
    country: "Egypt", dialling: "+20", cities: ["القاهرة", "الإسكندرية", "طنطا"],
    given: ["مريم|mariam", "أحمد|ahmed", "نُهى|noha", "خالد|khaled"],
    family: ["عبد الرحمن|abdelrahman", "حسّان|hassan", "منصور|mansour"],
    houses: ["الدلتا|delta", "النخيل|nakheel"],
    trades: [Trade("شركة % للأغذية", "food"), Trade("مصنع % للتعبئة", "packaging")])

  static let israel = Region(
    country: "Israel", dialling: "+972", cities: ["חיפה", "באר שבע"],
    given: ["נועה|noa", "איתי|itai", "שירה|shira"],
    family: ["לוי|levi", "בן־דוד|ben-david", "פרידמן|friedman"],
    houses: ["הגליל|galil", "כרמל|carmel"],
    trades: [Trade("מחלבות %", "dairy"), Trade("מאפיות %", "bakery")])

  static let india = Region(
    country: "India", dialling: "+91", cities: ["पुणे", "नासिक", "इंदौर"],
    given: ["अनन्या|ananya", "प्रिया|priya", "राजेश|rajesh", "कृष्ण|krishna"],
    family: ["देशपांडे|deshpande", "शर्मा|sharma", "त्रिवेदी|trivedi"],
    houses: ["गोदावरी|godavari", "सह्याद्री|sahyadri"],
    trades: [Trade("% डेयरी", "dairy"), Trade("% पैकेजिंग", "packaging")])

  static let thailand = Region(
    country: "Thailand", dialling: "+66", cities: ["เชียงใหม่", "ขอนแก่น"],
    given: ["สมศรี|somsri", "ณัฐพล|natthaphon", "กิ่งแก้ว|kingkaew"],
    family: ["ศรีสุข|srisuk", "วงศ์ใหญ่|wongyai", "แสงทอง|saengthong"],
    houses: ["น้ำใส|namsai", "ทุ่งรวงทอง|thungruangthong"],
    trades: [Trade("%ฟู้ดส์", "food"), Trade("โรงสี%", "flour")])

  static let vietnam = Region(
    country: "Vietnam", dialling: "+84", cities: ["Cần Thơ", "Biên Hòa"],
    given: ["Thị Hương", "Văn Đức", "Quỳnh Anh"],
    family: ["Nguyễn", "Trần", "Đặng", "Phạm"],
    houses: ["Sông Hậu", "Đồng Xanh"],
    trades: [Trade("Thủy sản %", "frozen food"), Trade("Bao bì %", "packaging")])
}
