import Foundation

/// Red, green and blue in sRGB, 0 to 255 each.
struct RGB: Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// Red, green and blue as light, 0 to 1 each (IEC 61966-2-1).
  var linear: SIMD3<Double> {
    SIMD3(Self.linear(red), Self.linear(green), Self.linear(blue))
  }

  private static func linear(_ value: UInt8) -> Double {
    let value = Double(value) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// How bright it is, 0 to 1 (WCAG 2.2, relative luminance).
  var luminance: Double {
    (linear * SIMD3(0.2126, 0.7152, 0.0722)).sum()
  }

  /// How far two colours are apart in brightness, 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(with other: Self) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }
}

/// A colour by lightness and two opponent axes, in which distance is what the eye sees of it.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
struct OKLab {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ rgb: RGB) {
    let light = rgb.linear
    let long = cbrt((light * SIMD3(0.4122214708, 0.5363325363, 0.0514459929)).sum())
    let medium = cbrt((light * SIMD3(0.2119034982, 0.6806995451, 0.1073969566)).sum())
    let short = cbrt((light * SIMD3(0.0883024619, 0.2817188376, 0.6299787005)).sum())
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// How colourful it is; 0 is grey, about 0.3 the most that sRGB has.
  var chroma: Double { (a * a + b * b).squareRoot() }

  /// The distance's square.
  func squaredDistance(to other: Self) -> Double {
    let (l, a, b) = (lightness - other.lightness, self.a - other.a, self.b - other.b)
    return l * l + a * a + b * b
  }
}
