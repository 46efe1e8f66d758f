using System.Security.Cryptography;
using System.Text;
using Ascs.Client.Calls;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Sealing;

namespace Ascs.Client.Messages;

/// <summary>Messages become dispatches: variables are encrypted here under this hour's content key, which only operators open.</summary>
internal sealed class MessageDesk(TrustedPartyCalls calls, ContentKeys contentKeys, FirstRequests first, PartnerClock clock)
{
    private static readonly TimeSpan KeptAfter = TimeSpan.FromHours(25);
    private static readonly DocumentSchema<KeptDispatch> Kept = new("client-dispatch", 1, ClientJson.Default.KeptDispatch);

    public async Task<Answer<CreateDispatchAnswer>> SendAsync(Message message, string key, CancellationToken ct)
    {
        if (contentKeys.Current() is not { } content)
            return ProblemCodes.Unavailable;
        var salt = RandomNumberGenerator.GetBytes(16);
        var until = (message.NotBefore?.ToTime() ?? clock.GetUtcNow()) + KeptAfter;
        // Kept before it is sent: whoever comes again with this key after a crash sends these bytes and no others.
        var kept = await first.KeepAsync(Kept, key, new KeptDispatch(ToDispatch(message, content), salt, FingerprintOf(message, salt)), until, ct);
        return CryptographicOperations.FixedTimeEquals(kept.Fingerprint, FingerprintOf(message, kept.Salt))
            ? await calls.CallAsync(TrustedPartyCatalogue.CreateDispatch, kept.Request, key, ct) : ProblemCodes.IdempotencyKeyReused;
    }

    public Task<Answer<CheckDispatchAnswer>> CheckAsync(Message message, CancellationToken ct) => calls.CallAsync(
        TrustedPartyCatalogue.CheckDispatch,
        new CheckDispatchRequest(
            1, calls.Enterprise, message.Service, message.Channel, message.Template, message.TemplateVersion, message.Sender, message.NotBefore,
            [.. message.Recipients.Select(recipient => recipient.Aid)]),
        null, ct);

    private CreateDispatchRequest ToDispatch(Message message, ContentKey key) => new(
        1, calls.Enterprise, message.Service, message.Channel, message.Template, message.TemplateVersion, message.Sender, message.NotBefore, key.Wrapped,
        [.. message.Recipients.Select(recipient => key.Seal(recipient.Aid, message.Template, message.TemplateVersion, recipient.Variables))]);

    private static byte[] FingerprintOf(Message message, byte[] salt)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt);
        Add($"{message.Service}|{message.Channel}|{message.Template}|{message.TemplateVersion}|{message.Sender}|{message.NotBefore}|{message.Recipients.Count}");
        foreach (var recipient in message.Recipients)
        {
            Add($"{recipient.Aid}|{recipient.Variables.Count}");
            foreach (var (name, value) in recipient.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Add(name);
                Add(value);
            }
        }

        return hash.GetHashAndReset();

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
