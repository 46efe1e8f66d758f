namespace Ascs.Storage.Sqlite;

/// <summary>
/// Holds a store for one process, and within it for one object: two writers that each number their etags would break every promise. The lock goes with the
/// process, however it ends; the empty file stays.
/// </summary>
internal static class StoreLock
{
    private const int WouldBlock = 11; // EWOULDBLOCK, as Linux reports a held flock
    private const int WouldBlockBsd = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    public static FileStream Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return OpenPrivate(path + ".lock", FileShare.None);
        }
        catch (IOException e) when (e.HResult is WouldBlock or WouldBlockBsd or SharingViolation)
        {
            throw new StoreInUseException($"The store {path} is in use by another process: stop that one first.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"The folder of the store {path} can't be written: check that it exists, its owner and its rights.", e);
        }
    }

    /// <summary>Opens or makes a file that only the owner may read: SQLite gives its companions the same rights.</summary>
    public static FileStream OpenPrivate(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
