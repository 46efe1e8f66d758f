namespace Ascs.Trust.Keys;

/// <summary>Files that only their owner can read: mode 0600. On Windows the folder's access list has to do.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxLength = 1024 * 1024;

    /// <summary>Writes a new file; refuses to touch one that is there. Durable when it returns.</summary>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly; // from its first byte on
        using var stream = new FileStream(path, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Replaces a file as a whole: readers see the old content or the new one, a crash leaves one of the two.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var next = path + ".next";
        File.Delete(next); // left by a crash before the move: never the file in force
        Create(next, content);
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="KeyFileException">Someone else than the owner may read or write it.</exception>
    public static byte[] Read(string path)
    {
        using var handle = File.OpenHandle(path);
        // The mode of what was opened, not of what the name means a moment later.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(handle) & ~OwnerOnly) != 0)
            throw new KeyFileException($"{path} is open to others than its owner: chmod 600 {path}");
        var length = RandomAccess.GetLength(handle);
        if (length > MaxLength) throw new KeyFileException($"{path} is no key file: it has {length} bytes.");
        var content = new byte[length];
        for (var offset = 0; offset < content.Length;)
        {
            var read = RandomAccess.Read(handle, content.AsSpan(offset), offset);
            if (read == 0) throw new KeyFileException($"{path} became shorter while it was read.");
            offset += read;
        }

        return content;
    }
}
