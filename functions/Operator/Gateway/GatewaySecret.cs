namespace Ascs.Operator.Gateway;

/// <summary>The gateway's bearer secret. Who has it can send in the operator's name and read its receipts and replies.</summary>
internal static class GatewaySecret
{
    private const int MinLength = 32;

    /// <summary>The first line of a file that only its owner can read.</summary>
    /// <exception cref="InvalidDataException">Missing, open to others, or too short; the message names the file, never the content.</exception>
    public static string Read(string path)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"{path}, the gateway's secret, is not there.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new InvalidDataException($"{path} is open to others than its owner: chmod 600 {path}");
        var secret = File.ReadAllText(path).Trim();
        return secret.Length >= MinLength ? secret : throw new InvalidDataException($"{path} holds no secret of {MinLength} characters or more.");
    }
}
