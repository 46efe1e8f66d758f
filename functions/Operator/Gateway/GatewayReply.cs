using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Gateway;

/// <summary>What a person wrote back.</summary>
/// <param name="From">Who.</param>
/// <param name="To">To which port.</param>
/// <param name="Text">What.</param>
/// <param name="At">When.</param>
/// <param name="Seq">The cursor after it.</param>
internal readonly record struct GatewayReply(PhoneNumber From, SenderId To, string Text, UnixTime At, long Seq);
