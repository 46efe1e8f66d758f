using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Keys;
using Ascs.Storage;
using Ascs.Trust.Calls;

namespace Ascs.Operator.Deliveries;

/// <summary>A call's orders as they came; written once, before the answer.</summary>
/// <param name="ReceivedAt">When.</param>
/// <param name="Contexts">As in the call.</param>
/// <param name="Orders">As in the call.</param>
internal sealed record ChunkOrders(UnixTime ReceivedAt, IReadOnlyList<DeliveryContext> Contexts, IReadOnlyList<DeliveryOrder> Orders)
{
    public static readonly DocumentSchema<ChunkOrders> Schema = new("chunk orders", 1, OperatorJson.Default.ChunkOrders);

    /// <summary>The same call has the same chunk, whoever repeats it.</summary>
    public static string ChunkOf(Call call) =>
        Base64Url.EncodeToString(Sm3.Hash(Fields.Join("chunk", call.Caller.PlatId.ToString(), call.IdempotencyKey ?? "")).AsSpan(0, 16));
}
