using System.Text;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Webhooks;

/// <summary>An endpoint's secrets in a file of mode 0600: the one in force first, and while it is being replaced the one before.</summary>
public static class WebhookSecretFile
{
    private const int Most = 2;

    /// <summary>The secrets in the file.</summary>
    /// <exception cref="InvalidDataException">A line is no secret, there is none, or there are more than two: one sentence.</exception>
    /// <exception cref="KeyFileException">Others can read it.</exception>
    public static IReadOnlyList<WebhookSecret> Read(string path)
    {
        var lines = Encoding.ASCII.GetString(OwnerOnlyFile.Read(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var secrets = lines.Select(WebhookSecret.Parse).OfType<WebhookSecret>().ToArray();
        return lines.Length is >= 1 and <= Most && secrets.Length == lines.Length
            ? secrets : throw new InvalidDataException($"{path} does not hold one or two webhook secrets, a line each.");
    }

    /// <summary>Makes a new secret and writes it before the one in force, which goes on signing beside it until the next change.</summary>
    public static WebhookSecret Renew(string path)
    {
        var secret = WebhookSecret.Create();
        var kept = File.Exists(path) ? Read(path).Take(Most - 1) : [];
        OwnerOnlyFile.Replace(path, Encoding.ASCII.GetBytes(string.Concat(kept.Prepend(secret).Select(one => one.Reveal() + "\n"))));
        return secret;
    }

    /// <summary>Leaves only the secret in force: the receiver knows it now.</summary>
    public static void Settle(string path) => OwnerOnlyFile.Replace(path, Encoding.ASCII.GetBytes(Read(path)[0].Reveal() + "\n"));
}
