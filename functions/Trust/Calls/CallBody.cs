using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Calls;

/// <summary>A request over all tries of its call: the same bytes each time, but where sensitive members have to be sealed under another data key.</summary>
internal sealed class CallBody(PlatId self, Peer peer, Endpoint endpoint, object request, string? idempotencyKey, IAuthor author)
{
    private OutboundCall? call;
    private string? sealedUnder;

    /// <summary>The call in a session.</summary>
    public OutboundCall In(CallerSession session)
    {
        var isSensitive = SensitiveMembers.In(endpoint.RequestType);
        if (call is not null && (!isSensitive || sealedUnder == session.DataKeyId)) return call;
        sealedUnder = session.DataKeyId;
        var body = JsonSerializer.SerializeToUtf8Bytes(request, endpoint.RequestType, isSensitive ? session.Wire.Strict : WireOptions.Strict);
        return call = new OutboundCall(self, peer, endpoint, body, idempotencyKey, author);
    }
}
