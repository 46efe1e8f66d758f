namespace Ascs.Hosts.Local.Observing;

/// <summary>Appends lines to a journal file, one writer a file; begins a new file at 64 MB and keeps nine old ones.</summary>
internal sealed class JournalWriter(string path) : IDisposable
{
    private const long Largest = 64 * 1024 * 1024;
    private const int Kept = 9;
    private readonly Lock gate = new();

    // Owned by gate.
    private StreamWriter? file;

    /// <summary>Appends a line; it reaches the file before the call returns.</summary>
    public void Append(string line)
    {
        lock (gate)
        {
            file ??= Open();
            if (file.BaseStream.Length > Largest)
                Roll();
            file!.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file?.Dispose();
            file = null;
        }
    }

    private StreamWriter Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new StreamWriter(new FileStream(path, options)) { AutoFlush = true };
    }

    private void Roll()
    {
        file!.Dispose();
        for (var i = Kept; i > 0; i--)
        {
            var older = i == 1 ? path : $"{path}.{i - 1}";
            if (File.Exists(older))
                File.Move(older, $"{path}.{i}", overwrite: true);
        }

        file = Open();
    }
}
