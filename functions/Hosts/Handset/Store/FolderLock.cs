namespace Ascs.Hosts.Handset.Store;

/// <summary>Keeps a second handset off the same folder. The operating system lets go of the lock when the process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    internal static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(Path.Combine(folder, "handset.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HandsetStartException($"The data folder {folder} cannot be used: it is not writable, or another handset runs on it.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
