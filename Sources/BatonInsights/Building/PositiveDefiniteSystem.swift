/// Solves the symmetric positive definite system `matrix` · x = `right` by Cholesky's method.
///
/// Nil where the matrix is singular to rounding or not positive definite. Only the lower triangle
/// is read.
///
/// - Complexity: O(n³/6).
func solvePositiveDefinite(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
  var lower = matrix
  var solution = right
  for row in right.indices {
    for column in 0..<row {
      var sum = lower[row][column]
      for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
      lower[row][column] = sum / lower[column][column]
    }
    var pivot = matrix[row][row]
    for k in 0..<row { pivot -= lower[row][k] * lower[row][k] }
    guard pivot > 1e-12 * matrix[row][row] else { return nil }
    lower[row][row] = pivot.squareRoot()
  }
  for row in right.indices {
    for k in 0..<row { solution[row] -= lower[row][k] * solution[k] }
    solution[row] /= lower[row][row]
  }
  for row in right.indices.reversed() {
    for k in (row + 1)..<right.count { solution[row] -= lower[k][row] * solution[k] }
    solution[row] /= lower[row][row]
  }
  return solution
}
