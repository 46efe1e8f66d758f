using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary>
/// The bearer secrets: one per gateway, one for the control API. Whoever has a gateway's secret can send to the simulated phones in
/// its name and read its receipts and replies, nothing of another gateway.
/// </summary>
internal sealed partial class GatewaySecrets
{
    internal const string Control = "control";

    // SHA-256 of each secret: compared in constant time, and no secret stays in memory.
    private readonly Dictionary<string, byte[]> _digests = [];

    private GatewaySecrets() { }

    [GeneratedRegex("^[0-9A-Za-z_-]{1,32}$")]
    internal static partial Regex NamePattern { get; }

    /// <summary>Reads each secret, making those that are missing. A name or a file that cannot be trusted stops the start.</summary>
    internal static GatewaySecrets Load(string folder, IReadOnlyList<string> gateways)
    {
        if (gateways.FirstOrDefault(g => !NamePattern.IsMatch(g) || g == Control) is { } bad)
            throw new HandsetStartException($"'{bad}' cannot name a gateway: use 1 to 32 of 0-9 A-Z a-z _ -, and not '{Control}'.");
        var secrets = new GatewaySecrets();
        foreach (var name in gateways.Append(Control)) secrets._digests[name] = Digest(ReadOrMake(folder, name));
        return secrets;
    }

    /// <summary>Whose secret this is; null when nobody's.</summary>
    internal string? Owner(string secret)
    {
        var digest = Digest(secret);
        string? owner = null;
        foreach (var (name, known) in _digests) // never leaves early: the time says nothing about which one was close
            if (CryptographicOperations.FixedTimeEquals(known, digest)) owner = name;
        return owner;
    }

    private static string ReadOrMake(string folder, string name)
    {
        var file = Path.Combine(folder, $"{name}.secret");
        try
        {
            if (!File.Exists(file)) Make(folder, file);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
                throw new HandsetStartException($"The secret file {file} is open to others: set its mode to 0600.");
            var secret = File.ReadAllText(file).Trim();
            return secret.Length >= 32 ? secret : throw new HandsetStartException($"The secret in {file} is shorter than 32 characters.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HandsetStartException($"The secret file {file} cannot be read or made.", e);
        }
    }

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64, lowercase: true) + "\n"));
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
