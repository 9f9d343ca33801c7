#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What kind of file system a folder is on.
enum MountKind {
  /// The type's name when changes made by other machines are not told of; nil on local disks.
  static func network(at path: String) -> String? {
    #if canImport(Darwin)
      var status = statfs()
      guard statfs(path, &status) == 0, status.f_flags & UInt32(MNT_LOCAL) == 0 else { return nil }
      return withUnsafeBytes(of: &status.f_fstypename) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
    #else
      // Glibc's module has no `statfs`, and the kernel's table has the name besides.
      guard let type = type(of: path, in: MountTable.text()) else { return nil }
      return isNetwork(type) ? type : nil
    #endif
  }

  /// Whether a Linux file system of this type is, or may be, written by others than this kernel.
  static func isNetwork(_ type: String) -> Bool {
    let names: Set<String> = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "ncpfs", "virtiofs", "vboxsf",
      "vmhgfs", "davfs", "glusterfs", "lustre", "gpfs", "ocfs2", "gfs2", "beegfs",
    ]
    return names.contains(type) || type == "fuse" || type.hasPrefix("fuse.")
  }

  /// The type of the file system that holds a path, by the text of `/proc/self/mountinfo`.
  ///
  /// The longest mount point that the path lies under holds it, and of those mounted over each
  /// other the last.
  static func type(of path: String, in table: String) -> String? {
    var best: (length: Int, type: String)?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields[6...].firstIndex(of: "-"),
        dash + 1 < fields.count
      else { continue }
      let point = MountTable.unescaped(fields[4])
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best?.length ?? 0 {
        best = (point.utf8.count, String(fields[dash + 1]))
      }
    }
    return best?.type
  }
}

/// The kernel's table of mounts.
enum MountTable {
  static func text() -> String {
    guard let proc = try? OpenFolder(path: "/proc/self"),
      let bytes = try? FileBuffer.contents(of: "mountinfo", in: proc)
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path in which blanks and backslashes stand as octal numbers.
  static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = field.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
