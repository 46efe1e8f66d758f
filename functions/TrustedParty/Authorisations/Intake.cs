using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Opens agreements (ISC-6.1.1.4) with the intake key in force, or an older one: an enterprise may not have seen the new one yet.</summary>
internal sealed class Intake(KeyRing ring)
{
    /// <summary>The agreement, or null when no key opens it or it is something else.</summary>
    public Agreement? Open(AuthoriseRequest request)
    {
        var envelope = Base64Url.DecodeFromChars(request.Agreement);
        var binding = AgreementBinding.For(request.EnterpriseId, request.ConsentNonce);
        foreach (var key in Keys())
        {
            if (Envelope.TryOpen(key.Sm2, envelope, binding, out var content))
                return StrictJson.Read<Agreement>(content);
        }

        return null;
    }

    private IEnumerable<RingKey> Keys() => ring.Records
        .Where(record => record.Name == KeyNames.Intake).OrderByDescending(record => record.Version)
        .Select(record => ring.Find(record.Name, record.Version)).OfType<RingKey>();
}
