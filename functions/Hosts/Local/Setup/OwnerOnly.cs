using System.Text;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Files that nobody but their owner reads.</summary>
internal static class OwnerOnly
{
    /// <summary>Writes text to a new file of mode 0600.</summary>
    public static async Task WriteAsync(string file, string text, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }
}
