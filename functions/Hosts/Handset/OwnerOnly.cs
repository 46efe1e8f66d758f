namespace Ascs.Hosts.Handset;

/// <summary>Folders that only the owner of the process may enter.</summary>
internal static class OwnerOnly
{
    internal static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
