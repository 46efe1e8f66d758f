using Ascs.Contracts;

namespace Ascs.Enterprise.Authorising;

/// <summary>What a refusal means to a person, by problem code.</summary>
internal static class RefusalWords
{
    private static readonly LocalText Otherwise = new(
        "公信第三方没有受理这次授权。您没有被订阅，请稍后重新开始。", "The trusted third party did not accept this consent. You are not subscribed. Please start again later.");

    private static readonly Dictionary<string, LocalText> Words = new()
    {
        [ProblemCodes.SubscriberNotRecognised.Code] = new(
            "没有运营商识别出这部手机，可能是新换的手机或卡。您没有被订阅。请用常用的手机再试，或联系您的运营商。",
            "No operator recognised this phone; it or its card may be new. You are not subscribed. Please try with your usual phone, or ask your operator."),
        [ProblemCodes.AmbiguousHome.Code] = new(
            "有不止一家运营商认领这部手机（例如双卡）。为避免发错人，没有订阅。", "More than one operator claims this phone (two cards, perhaps). To reach nobody by mistake, you were not subscribed."),
        [ProblemCodes.IdentifiersDisagree.Code] = new(
            "这部手机的几个标识指向不同的用户。为避免发错人，没有订阅。", "This phone's identifiers point to different people. To reach nobody by mistake, you were not subscribed."),
        [ProblemCodes.ConsentClickRefused.Code] = new(
            "确认已超过15分钟，或不属于这次选择。您没有被订阅，请重新开始。", "The confirmation is over 15 minutes old, or of another choice. You are not subscribed. Please start again."),
        [ProblemCodes.SealedIdRefused.Code] = new(
            "运营商没有接受加密的设备标识，可能等得太久。您没有被订阅，请重新开始。", "The operator did not accept the encrypted identifier; it may have waited too long. You are not subscribed. Please start again."),
        [ProblemCodes.ServiceUnknown.Code] = new("这项服务已停办，您没有被订阅。", "This service is no longer offered. You are not subscribed."),
        [ProblemCodes.ChoicesNotOffered.Code] = new(
            "服务的选项刚刚有变化，您没有被订阅，请重新选择。", "What the service offers has just changed. You are not subscribed. Please choose again."),
        [ProblemCodes.ConsentTextMismatch.Code] = new(
            "协议文字刚刚有更新，您没有被订阅，请重新阅读后选择。", "The agreement's words have just changed. You are not subscribed. Please read and choose again."),
    };

    /// <summary>The meaning of a code.</summary>
    public static LocalText Of(string code) => Words.GetValueOrDefault(code, Otherwise);
}
