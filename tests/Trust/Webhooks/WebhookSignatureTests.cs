using System.Text;
using System.Text.Json;
using Ascs.Trust.Tests.Signing;
using Ascs.Trust.Webhooks;

namespace Ascs.Trust.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly JsonElement Vector = Vectors.Load("standard-webhooks.json");
    private static readonly WebhookSecret Secret = WebhookSecret.Parse(Vectors.Text(Vector, "secret"))!;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Vector.GetProperty("timestamp").GetInt64());
    private static readonly byte[] Body = Vectors.Body(Vector);
    private static readonly WebhookHeaders Printed = new(Vectors.Text(Vector, "id"), Vector.GetProperty("timestamp").GetRawText(), Vectors.Text(Vector, "signature"));

    [Fact]
    public void the_signature_is_the_one_the_reference_libraries_print() => Assert.Equal(Printed, WebhookSignature.Sign([Secret], Printed.Id, Now, Body));

    [Fact]
    public void the_printed_signature_verifies() => Assert.Null(WebhookSignature.Verify([Secret], Printed, Body, Now));

    [Theory]
    [InlineData(-300, null)]
    [InlineData(-301, WebhookFault.TimestampInvalid)]
    [InlineData(300, null)]
    [InlineData(301, WebhookFault.TimestampInvalid)]
    public void a_time_further_off_than_five_minutes_is_refused(int seconds, WebhookFault? fault) =>
        Assert.Equal(fault, WebhookSignature.Verify([Secret], Printed, Body, Now.AddSeconds(seconds)));

    [Fact]
    public void a_changed_byte_of_the_body_is_refused()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            var changed = Body.ToArray();
            changed[i] ^= 1;
            Assert.Equal(WebhookFault.SignatureInvalid, WebhookSignature.Verify([Secret], Printed, changed, Now));
        }
    }

    [Theory]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJeK", "1614265330", WebhookFault.SignatureInvalid)]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265331", WebhookFault.SignatureInvalid)]
    [InlineData("", "1614265330", WebhookFault.HeaderInvalid)]
    [InlineData("msg.1", "1614265330", WebhookFault.HeaderInvalid)]
    [InlineData("msg_1\n", "1614265330", WebhookFault.HeaderInvalid)]
    [InlineData("msg_1", "", WebhookFault.HeaderInvalid)]
    [InlineData("msg_1", "+1614265330", WebhookFault.HeaderInvalid)]
    [InlineData("msg_1", "1614265330.5", WebhookFault.HeaderInvalid)]
    [InlineData("msg_1", "999999999999", WebhookFault.HeaderInvalid)]
    public void changed_or_malformed_headers_are_refused(string id, string timestamp, WebhookFault fault) =>
        Assert.Equal(fault, WebhookSignature.Verify([Secret], Printed with { Id = id, Timestamp = timestamp }, Body, Now));

    [Fact]
    public void what_an_id_with_a_full_stop_could_be_read_as_is_refused()
    {
        // "a.1614265330" + "1614265331" and "a" + "1614265330" with a body "1614265331.…" are the same bytes.
        var whole = new WebhookHeaders("a", "1614265330", WebhookSignature.Sign([Secret], "a", Now, Encoding.ASCII.GetBytes("1614265331.{}")).Signature);
        Assert.Equal(WebhookFault.HeaderInvalid, WebhookSignature.Verify([Secret], new("a.1614265330", "1614265331", whole.Signature), Encoding.ASCII.GetBytes("{}"), Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE")]
    public void no_signature_of_this_version_is_refused(string signature) =>
        Assert.Equal(WebhookFault.SignatureInvalid, WebhookSignature.Verify([Secret], Printed with { Signature = signature }, Body, Now));

    [Fact]
    public void one_genuine_signature_among_others_is_enough() =>
        Assert.Null(WebhookSignature.Verify([Secret], Printed with { Signature = $"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,x {Printed.Signature}" }, Body, Now));

    [Fact]
    public void more_signatures_than_anyone_needs_are_not_looked_at() =>
        Assert.Equal(WebhookFault.SignatureInvalid, WebhookSignature.Verify([Secret], Printed with { Signature = string.Concat(Enumerable.Repeat("v1,x ", 16)) + Printed.Signature }, Body, Now));

    [Fact]
    public void while_secrets_change_either_side_may_be_ahead()
    {
        using var next = WebhookSecret.Create();
        var both = WebhookSignature.Sign([next, Secret], "msg_1", Now, Body);
        Assert.Null(WebhookSignature.Verify([Secret], both, Body, Now));
        Assert.Null(WebhookSignature.Verify([next], both, Body, Now));
        Assert.Null(WebhookSignature.Verify([next, Secret], WebhookSignature.Sign([Secret], "msg_1", Now, Body), Body, Now));
        Assert.Equal(WebhookFault.SignatureInvalid, WebhookSignature.Verify([next], WebhookSignature.Sign([Secret], "msg_1", Now, Body), Body, Now));
    }

    [Fact]
    public void a_sender_without_a_secret_or_with_an_id_that_could_be_misread_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign([], "msg_1", Now, Body));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign([Secret], "msg.1", Now, Body));
    }
}
