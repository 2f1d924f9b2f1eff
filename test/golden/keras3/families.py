"""The cases of make.py by family: a name, a layer, its inputs, and how it is called."""
import keras
from keras import layers as L


def normalization():
    return [
        ("groups of channels", L.GroupNormalization(2), [(5, 6)]),
        ("groups of an inner axis", L.GroupNormalization(groups=3, axis=1, epsilon=1e-2, scale=False), [(6, 2, 3)]),
        ("instances", L.GroupNormalization(groups=-1, center=False), [(3, 2, 4)]),
        ("root mean square", L.RMSNormalization(), [(3, 4)]),
        ("root mean square of two axes", L.RMSNormalization(axis=[1, 2], epsilon=0.1), [(3, 4)]),
        ("unit", L.UnitNormalization(), [(3, 4)]),
        ("unit of two axes", L.UnitNormalization(axis=[1, 2]), [(3, 4, 2)]),
        ("layer", L.LayerNormalization(), [(3, 4)]),
        ("layer, two axes", L.LayerNormalization(axis=(1, 2), center=False), [(3, 4)]),
        ("layer, scaled alone", L.LayerNormalization(rms_scaling=True), [(3, 4)]),
        ("batch", L.BatchNormalization(), [(3, 4)]),
        ("batch, the last axis by its number", L.BatchNormalization(axis=2), [(3, 4)]),
        ("batch, an inner axis of an image", L.BatchNormalization(axis=1), [(3, 2, 4)]),
        ("batch, an inner axis", L.BatchNormalization(axis=1, scale=False, epsilon=0.1), [(3, 4)]),
    ]


def convolution():
    return [
        ("one axis", L.Conv1D(3, 2, activation="hard_sigmoid"), [(5, 2)]),
        ("one axis, causal", L.Conv1D(3, 3, padding="causal", dilation_rate=2, activation="silu"), [(6, 2)]),
        ("one axis, groups, causal", L.Conv1D(4, 2, padding="causal", groups=2, dilation_rate=2), [(6, 4)]),
        ("one open axis", L.Conv1D(2, 3, strides=2, padding="same"), [{"shape": (None, 3), "sizes": (7, 3)}]),
        ("two axes", L.Conv2D(2, 3, strides=2, padding="same"), [(5, 4, 2)]),
        ("two axes, dilated", L.Conv2D(2, (2, 3), dilation_rate=(2, 1), activation="leaky_relu"), [(5, 5, 2)]),
        ("groups", L.Conv2D(6, 3, groups=2, padding="same", activation="hard_silu"), [(4, 5, 4)]),
        ("a group for each channel", L.Conv2D(6, 2, groups=3, strides=2, use_bias=False), [(5, 4, 3)]),
        ("three axes", L.Conv3D(2, 2, padding="same"), [(3, 3, 2, 2)]),
        ("three axes, dilated", L.Conv3D(2, 2, dilation_rate=2), [(4, 3, 4, 1)]),
        ("three axes, groups", L.Conv3D(4, 2, groups=2, strides=(1, 2, 1)), [(3, 3, 2, 2)]),
        ("depthwise over one axis", L.DepthwiseConv1D(3, depth_multiplier=2, activation="celu"), [(6, 2)]),
        ("depthwise over one axis, strides", L.DepthwiseConv1D(3, strides=2, padding="same"), [(7, 3)]),
        ("depthwise over two axes", L.DepthwiseConv2D(3, depth_multiplier=2, padding="same"), [(4, 4, 2)]),
        ("depthwise over two axes, dilated", L.DepthwiseConv2D(2, dilation_rate=2), [(5, 5, 2)]),
        ("separable over one axis", L.SeparableConv1D(3, 2, depth_multiplier=2, strides=2), [(7, 2)]),
        ("separable over two axes", L.SeparableConv2D(3, 3, padding="same", depth_multiplier=2), [(4, 4, 2)]),
        ("transposed over one axis", L.Conv1DTranspose(2, 3, strides=2, activation="squareplus"), [(4, 3)]),
        ("transposed over one axis, same", L.Conv1DTranspose(2, 3, strides=2, padding="same", output_padding=0), [(4, 2)]),
        ("transposed over two axes", L.Conv2DTranspose(2, 3, strides=2, padding="same"), [(3, 4, 2)]),
        ("transposed, output padding", L.Conv2DTranspose(2, 3, strides=2, padding="same", output_padding=1), [(4, 3, 2)]),
        ("transposed, no output padding", L.Conv2DTranspose(2, 3, strides=2, padding="same", output_padding=0), [(4, 3, 2)]),
        ("transposed, valid output padding", L.Conv2DTranspose(2, (3, 2), strides=3, output_padding=(1, 2)), [(2, 3, 1)]),
        ("transposed over three axes", L.Conv3DTranspose(2, 2, strides=2), [(2, 2, 3, 1)]),
        ("transposed over three axes, padding", L.Conv3DTranspose(1, 3, strides=2, padding="same", output_padding=0), [(2, 2, 2, 2)]),
    ]


def pooling():
    image = (4, 6, 2)
    volume = (3, 2, 4, 2)
    return [
        ("mean of one axis", L.GlobalAveragePooling1D(), [(5, 3)]),
        ("mean of one axis, kept", L.GlobalAveragePooling1D(keepdims=True), [(5, 3)]),
        ("mean of one axis, channels first", L.GlobalAveragePooling1D(data_format="channels_first"), [(3, 5)]),
        ("mean of the steps of a mask", L.GlobalAveragePooling1D(), [(4, 2), {"shape": (4,), "dtype": "bool", "low": 0, "high": 2}],
         lambda layer, x, mask: layer(x, mask=mask)),
        ("mean of an image", L.GlobalAveragePooling2D(), [image]),
        ("mean of an image, kept", L.GlobalAveragePooling2D(keepdims=True), [image]),
        ("mean of an image, channels first", L.GlobalAveragePooling2D(data_format="channels_first", keepdims=True), [image]),
        ("mean of a volume", L.GlobalAveragePooling3D(), [volume]),
        ("largest of one axis", L.GlobalMaxPooling1D(), [(5, 3)]),
        ("largest of one axis, kept", L.GlobalMaxPooling1D(keepdims=True), [(5, 3)]),
        ("largest of an image", L.GlobalMaxPooling2D(), [image]),
        ("largest of an image, kept", L.GlobalMaxPooling2D(keepdims=True), [image]),
        ("largest of a volume", L.GlobalMaxPooling3D(keepdims=True), [volume]),
        ("adaptive mean of one axis", L.AdaptiveAveragePooling1D(3), [(7, 2)]),
        ("adaptive mean of an image", L.AdaptiveAveragePooling2D((2, 4)), [image]),
        ("adaptive mean of an image, channels first", L.AdaptiveAveragePooling2D(3, data_format="channels_first"), [(2, 5, 4)]),
        ("adaptive mean of a volume", L.AdaptiveAveragePooling3D(2), [volume]),
        ("adaptive largest of one axis", L.AdaptiveMaxPooling1D(2), [(5, 2)]),
        ("adaptive largest of an image", L.AdaptiveMaxPooling2D((3, 4)), [image]),
        ("adaptive largest of a volume", L.AdaptiveMaxPooling3D((2, 2, 3)), [volume]),
        ("mean of windows, one axis", L.AveragePooling1D(2, strides=1, padding="same"), [(5, 2)]),
        ("mean of windows", L.AveragePooling2D(3, strides=2, padding="same"), [image]),
        ("mean of windows of a volume", L.AveragePooling3D(2, padding="same"), [volume]),
        ("largest of windows, one axis", L.MaxPooling1D(2), [(5, 2)]),
        ("largest of windows", L.MaxPooling2D((2, 3), padding="same"), [image]),
        ("largest of windows of a volume", L.MaxPooling3D((2, 1, 2), strides=1), [volume]),
    ]


def reshaping():
    image = (3, 2, 2)
    volume = (3, 2, 4, 2)
    return [
        ("cropping one axis", L.Cropping1D((1, 2)), [(5, 2)]),
        ("cropping two axes", L.Cropping2D(((1, 0), (0, 1))), [image]),
        ("cropping three axes", L.Cropping3D(((1, 0), (0, 1), (1, 1))), [volume]),
        ("cropping three axes alike", L.Cropping3D(1, data_format="channels_first"), [(2, 3, 4, 3)]),
        ("padding one axis", L.ZeroPadding1D((1, 2)), [(3, 2)]),
        ("padding two axes", L.ZeroPadding2D(((1, 0), (2, 1))), [image]),
        ("padding three axes", L.ZeroPadding3D(((1, 0), (0, 1), (2, 1))), [volume]),
        ("padding an open axis", L.ZeroPadding3D(1), [{"shape": (None, 1, 2, 1), "sizes": (2, 1, 2, 1)}]),
        ("upsampling one axis", L.UpSampling1D(3), [(3, 2)]),
        ("upsampling two axes", L.UpSampling2D((2, 3)), [image]),
        ("upsampling two axes, bilinear", L.UpSampling2D(2, interpolation="bilinear"), [(3, 4, 1)]),
        ("upsampling two axes, bicubic", L.UpSampling2D((2, 3), interpolation="bicubic"), [(4, 3, 1)]),
        ("upsampling two axes, lanczos3", L.UpSampling2D(2, interpolation="lanczos3"), [(4, 3, 1)]),
        ("upsampling two axes, lanczos5", L.UpSampling2D(2, interpolation="lanczos5"), [(4, 3, 1)]),
        ("upsampling, channels first", L.UpSampling2D(2, data_format="channels_first", interpolation="bilinear"), [(2, 2, 3)]),
        ("upsampling three axes", L.UpSampling3D((1, 2, 2)), [volume]),
        ("flatten", L.Flatten(), [image]),
        ("permute", L.Permute((2, 1)), [(3, 4)]),
        ("repeat", L.RepeatVector(3), [(4,)]),
        ("reshape", L.Reshape((4, -1)), [(2, 6)]),
    ]


def core():
    from keras.src.applications.convnext import LayerScale

    return [
        ("identity", L.Identity(), [(3,)]),
        ("activity regularization", L.ActivityRegularization(0.1), [(3,)]),
        ("difference", L.Subtract(), [(3, 2), (3, 2)], lambda layer, *xs: layer(list(xs))),
        ("difference, broadcast", L.Subtract(), [(3, 2), (1, 2)], lambda layer, *xs: layer(list(xs))),
        ("spatial dropout, two axes", L.SpatialDropout2D(0.5), [(2, 2, 3)]),
        ("spatial dropout, three axes", L.SpatialDropout3D(0.5), [(2, 2, 1, 3)]),
        ("equation", L.EinsumDense("abc,cd->abd", output_shape=(None, 5), bias_axes="d", activation="mish"), [(3, 4)]),
        ("equation with capitals", L.EinsumDense("aBc,cD->aBD", output_shape=(3, 2)), [(3, 4)]),
        ("equation, two axes of output", L.EinsumDense("abc,cde->abde", output_shape=(None, 2, 3), bias_axes="de"), [(3, 4)]),
        ("equation, two axes summed", L.EinsumDense("abcd,cde->abe", output_shape=(None, 5), bias_axes="e"), [(2, 3, 4)]),
        # equal sizes: Keras's shape rule changes the order of elided axes, its numbers do not
        ("equation, axes elided on the left", L.EinsumDense("...x,xy->...y", output_shape=4, bias_axes="y"), [(3, 3, 5)]),
        ("equation, axes elided on the right", L.EinsumDense("ab...,bc->ac...", output_shape=4, bias_axes="c"), [(5, 2, 3)]),
        ("equation with a transposed output", L.EinsumDense("abc,bd->adc", output_shape=(5, 4), bias_axes="d"), [(3, 4)]),
        ("reversible embedding", L.ReversibleEmbedding(6, 3), [{"shape": (4,), "dtype": "int32", "low": 0, "high": 6}]),
        ("reversible embedding, reversed", L.ReversibleEmbedding(6, 3, logit_soft_cap=2.0), [(4, 3)],
         lambda layer, x: layer(x, reverse=True)),
        ("reversible embedding, untied", L.ReversibleEmbedding(6, 3, tie_weights=False), [(4, 3)],
         lambda layer, x: layer(x, reverse=True)),
        ("masking", L.Masking(0.25), [(4, 2)]),
        ("scale of a block", LayerScale(1e-1, 4), [(3, 4)]),
    ]


def activation():
    names = ("celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu linear log_sigmoid "
             "log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid "
             "sparsemax squareplus tanh tanh_shrink").split()
    wide = {"shape": (2, 6), "low": -4.0, "high": 4.0}
    mask = {"shape": (2, 6), "dtype": "bool", "low": 0, "high": 2}
    return [(f"activation {name}", L.Activation(name), [wide]) for name in names if name != "glu"] + [
        ("dense with an activation", L.Dense(4, activation="hard_sigmoid"), [(3,)]),
        ("dense with an activity regularizer", L.Dense(2, activity_regularizer="l2"), [(3,)]),
        ("elu", L.ELU(), [wide]),
        ("elu with alpha", L.ELU(alpha=0.4), [wide]),
        ("leaky relu", L.LeakyReLU(negative_slope=0.1), [wide]),
        ("prelu", L.PReLU(shared_axes=[1]), [wide]),
        ("relu", L.ReLU(), [wide]),
        ("relu with a largest value", L.ReLU(max_value=1.5), [wide]),
        ("relu with a slope", L.ReLU(negative_slope=0.2), [wide]),
        ("relu with all", L.ReLU(max_value=2.0, negative_slope=0.2, threshold=0.5), [wide]),
        ("relu with a threshold", L.ReLU(threshold=1.0), [wide]),
        ("softmax", L.Softmax(), [wide]),
        ("softmax of two axes", L.Softmax(axis=(1, 2)), [wide]),
        ("softmax of an inner axis", L.Softmax(axis=1), [wide]),
        ("softmax with a mask", L.Softmax(), [wide, mask], lambda layer, x, m: layer(x, mask=m)),
    ]


def attention():
    bits = {"shape": (4,), "dtype": "bool", "low": 0, "high": 2}
    square = {"shape": (4, 4), "dtype": "bool", "low": 0, "high": 2}
    listed = lambda layer, *xs: layer(list(xs))
    return [
        ("dot product", L.Attention(), [(3, 2), (4, 2)], listed),
        ("dot product, scaled, with a key", L.Attention(use_scale=True), [(3, 2), (4, 5), (4, 2)], listed),
        ("dot product, causal, with scores", L.Attention(), [(4, 2), (4, 2)],
         lambda layer, q, v: layer([q, v], use_causal_mask=True, return_attention_scores=True)),
        ("dot product, masks", L.Attention(), [(4, 2), (4, 2), bits, bits],
         lambda layer, q, v, m, n: layer([q, v], mask=[m, n])),
        ("concatenated", L.Attention(score_mode="concat", use_scale=True), [(3, 2), (4, 2)], listed),
        ("additive", L.AdditiveAttention(), [(3, 2), (4, 2)], listed),
        ("additive, causal mask and value mask", L.AdditiveAttention(use_scale=False), [(4, 2), (4, 2), bits],
         lambda layer, q, v, m: layer([q, v], mask=[None, m], use_causal_mask=True)),
        ("heads", L.MultiHeadAttention(2, 3), [(4, 5), (4, 5)]),
        ("heads of other sizes", L.MultiHeadAttention(2, 3, value_dim=4, output_shape=6, use_bias=False), [(3, 5), (4, 2), (4, 3)]),
        ("heads of oneself", L.MultiHeadAttention(2, 2), [(4, 3)], lambda layer, x: layer(x, x)),
        ("heads, causal", L.MultiHeadAttention(2, 2), [(4, 3)], lambda layer, x: layer(query=x, value=x, use_causal_mask=True)),
        ("heads, a mask", L.MultiHeadAttention(2, 2), [(4, 3), square], lambda layer, x, m: layer(x, x, attention_mask=m)),
        ("heads, a mask and scores", L.MultiHeadAttention(2, 2), [(4, 3), square],
         lambda layer, x, m: layer(x, x, attention_mask=m, return_attention_scores=True)),
        ("heads, mask of keys", L.MultiHeadAttention(2, 2), [(4, 3), (4, 3), bits],
         lambda layer, x, y, m: layer(x, y, key_mask=m, use_causal_mask=True)),
        ("heads, a window", L.MultiHeadAttention(1, 2, sliding_window=2, use_gate=True), [(4, 3)], lambda layer, x: layer(x, x)),
        ("heads with dropout", L.MultiHeadAttention(2, 2, dropout=0.5), [(4, 3), square],
         lambda layer, x, m: layer(x, x, attention_mask=m)),
        ("heads over two axes", L.MultiHeadAttention(2, 2), [(2, 3, 4)], lambda layer, x: layer(x, x)),
        ("heads over the second axis", L.MultiHeadAttention(2, 2, attention_axes=(2,), output_shape=(3, 2)), [(2, 3, 4)],
         lambda layer, x: layer(x, x)),
        ("heads over open axes", L.MultiHeadAttention(2, 2), [{"shape": (None, 3), "sizes": (4, 3)}], lambda layer, x: layer(x, x)),
        ("groups of heads", L.GroupQueryAttention(3, 4, 2), [(4, 6), (5, 6)]),
        ("groups of heads, causal, gated", L.GroupQueryAttention(2, 4, 2, use_gate=True, use_bias=False), [(4, 3)],
         lambda layer, x: layer(x, x, use_causal_mask=True)),
        ("groups of heads, scores", L.GroupQueryAttention(2, 2, 1), [(4, 3), (4, 3), square],
         lambda layer, x, y, m: layer(x, y, attention_mask=m, return_attention_scores=True)),
    ]


def feature():
    tokens = {"shape": (3,), "dtype": "int32", "low": 0, "high": 5}
    return [
        ("normalization", L.Normalization(), [(3, 4)]),
        ("normalization of two axes", L.Normalization(axis=(1, 2)), [(2, 3, 2)]),
        ("normalization of all", L.Normalization(axis=None), [(2, 3)]),
        ("normalization, given", L.Normalization(mean=[1.0, 2.0], variance=[4.0, 0.25]), [(3, 2)]),
        ("normalization, a number given", L.Normalization(axis=None, mean=1.0, variance=4.0), [(3, 2)]),
        ("normalization, inverted", L.Normalization(mean=0.5, variance=2.0, invert=True), [(3, 2)]),
        ("rescaling", L.Rescaling(1 / 255, offset=-0.5), [(2, 2)]),
        ("rescaling of integers", L.Rescaling(0.5), [{"shape": (2, 2), "dtype": "int32", "low": 0, "high": 255}]),
        ("rescaling by channel", L.Rescaling([0.5, 2.0], offset=[1.0, -1.0]), [(2, 2)]),
        ("one of a category", L.CategoryEncoding(5, output_mode="one_hot"), [tokens]),
        ("one of a category, narrow", L.CategoryEncoding(5, output_mode="one_hot"), [{**tokens, "shape": (1,)}]),
        ("several of a category", L.CategoryEncoding(5), [tokens]),
        ("counts of categories", L.CategoryEncoding(5, output_mode="count"), [tokens]),
        ("weighted counts", L.CategoryEncoding(5, output_mode="count"), [tokens, (3,)],
         lambda layer, x, w: layer(x, count_weights=w)),
        ("lookup", L.IntegerLookup(vocabulary=[3, 7, 9]), [{"shape": (6,), "dtype": "int32", "low": 0, "high": 11}]),
        ("lookup with a mask", L.IntegerLookup(vocabulary=[3, 7, 9], mask_token=0), [{"shape": (6,), "dtype": "int32", "low": 0, "high": 11}]),
        ("lookup, one of each", L.IntegerLookup(vocabulary=[3, 7], output_mode="one_hot"), [{"shape": (6,), "dtype": "int32", "low": 2, "high": 9}]),
        ("lookup, counts", L.IntegerLookup(vocabulary=[3, 7], output_mode="count", max_tokens=5, pad_to_max_tokens=True),
         [{"shape": (6,), "dtype": "int32", "low": 2, "high": 9}]),
        ("lookup, inverted", L.IntegerLookup(vocabulary=[3, 7, 9], invert=True), [{"shape": (4,), "dtype": "int32", "low": 1, "high": 4}]),
        ("bins", L.Discretization([-0.5, 0.0, 0.5]), [(4,)]),
        ("bins, one of each", L.Discretization([-0.5, 0.25], output_mode="one_hot"), [(4,)]),
        ("bins, counts", L.Discretization([-0.5, 0.25], output_mode="count"), [(4,)]),
    ]


def spectrogram():
    kinds = "log magnitude psd real imag angle stft".split()
    return [(f"fourier, {mode}", L.STFTSpectrogram(mode=mode, frame_length=8, frame_step=5), [{"shape": (24, 1)}]) for mode in kinds] + [
        ("fourier, two channels", L.STFTSpectrogram(mode="magnitude", frame_length=12, padding="same"), [{"shape": (30, 2)}]),
        ("fourier, channels apart", L.STFTSpectrogram(mode="real", frame_length=8, expand_dims=True), [{"shape": (24, 2)}]),
        ("fourier, longer", L.STFTSpectrogram(mode="real", frame_length=8, fft_length=16), [{"shape": (24, 2)}]),
        ("mel", L.MelSpectrogram(fft_length=16, sequence_stride=8, num_mel_bins=4, sampling_rate=1000, min_freq=10), [(40,)]),
        ("mel, powers", L.MelSpectrogram(fft_length=32, sequence_length=20, sequence_stride=6, num_mel_bins=3, sampling_rate=800,
                                         power_to_db=False, window="hamming", mag_exp=1.0), [(50,)]),
    ]


def merging():
    listed = lambda layer, *xs: layer(list(xs))
    x = (3, 4)
    return [(name, getattr(L, name)(), [x, x], listed) for name in "Add Average Maximum Minimum Multiply Concatenate".split()] + [
        ("three terms", L.Add(), [x, x, x], listed),
        ("terms that broadcast", L.Add(), [x, (1, 4)], listed),
        ("factors of two ranks", L.Multiply(), [x, (4,)], listed),
        ("concatenated, an inner axis", L.Concatenate(axis=1), [x, (2, 4)], listed),
        ("dot product", L.Dot(axes=2), [x, (5, 4)], listed),
        ("dot product of two axes", L.Dot(axes=(1, 2)), [(3, 4), (5, 3)], listed),
        ("cosine", L.Dot(axes=1, normalize=True), [(4,), (4,)], listed),
        ("dropout", L.Dropout(0.5), [x]),
        ("alpha dropout", L.AlphaDropout(0.5), [x]),
        ("noise", L.GaussianNoise(0.5), [x]),
        ("noise by factors", L.GaussianDropout(0.5), [x]),
        ("spatial dropout, one axis", L.SpatialDropout1D(0.5), [x]),
        ("embedding", L.Embedding(5, 3), [{"shape": (4,), "dtype": "int32", "low": 0, "high": 5}]),
    ]


def image():
    picture = {"shape": (4, 6, 2), "low": 0.0, "high": 255.0}
    same = [(one, getattr(L, one)) for one in (
        "RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast RandomErasing RandomFlip RandomGaussianBlur "
        "RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation "
        "RandomSharpness RandomShear RandomTranslation RandomZoom AugMix CutMix MixUp RandAugment Solarization "
        "RandomElasticTransform").split()]
    arguments = {"RandomBrightness": (0.2,), "RandomColorDegeneration": (0.2,), "RandomColorJitter": ((0, 255),), "RandomContrast": (0.2,),
                 "RandomHue": (0.2,), "RandomPosterization": (4,), "RandomRotation": (0.1,), "RandomSaturation": (0.2,),
                 "RandomSharpness": (0.2,), "RandomTranslation": (0.1, 0.1), "RandomZoom": (0.1,)}
    rgb = {"shape": (4, 4, 3), "low": 0.0, "high": 255.0}
    evaluate = lambda layer, x: layer(x, training=False)
    return [
        ("resizing", L.Resizing(5, 3), [picture]),
        ("resizing by nearest pixels", L.Resizing(3, 4, interpolation="nearest"), [picture]),
        ("resizing of integers", L.Resizing(5, 3), [{**picture, "dtype": "int32"}]),
        ("resizing by cubics", L.Resizing(5, 9, interpolation="bicubic"), [picture]),
        ("resizing by lanczos, antialias", L.Resizing(3, 4, interpolation="lanczos3", antialias=True), [picture]),
        ("resizing, antialias", L.Resizing(2, 3, antialias=True), [picture]),
        ("resizing by areas", L.Resizing(3, 4, interpolation="area"), [picture]),
        ("resizing of a crop", L.Resizing(4, 4, crop_to_aspect_ratio=True), [picture]),
        ("resizing of a padded image", L.Resizing(5, 5, pad_to_aspect_ratio=True, fill_value=7.0), [picture]),
        ("resizing, channels first", L.Resizing(3, 5, data_format="channels_first"), [{**picture, "shape": (2, 4, 6)}]),
        ("crop of the centre", L.CenterCrop(2, 3), [picture]),
        ("crop of the centre of a smaller image", L.CenterCrop(5, 3), [picture]),
        ("contrast", L.AutoContrast(), [{**picture, "low": 20.0, "high": 150.0}]),
        ("contrast of a range", L.AutoContrast(value_range=(0, 1)), [{**picture, "low": 0.2, "high": 0.9}]),
        ("random crop", L.RandomCrop(4, 6), [picture], evaluate),
    ] + [(name, make(*arguments.get(name, ())), [rgb], evaluate) for name, make in same]


def recurrent():
    steps = {"shape": (4,), "dtype": "bool", "low": 0, "high": 2}
    masked = lambda layer, x, m: layer(x, mask=m)
    both = L.Bidirectional
    return [
        ("simple", L.SimpleRNN(3), [(4, 2)]),
        ("simple, masked", L.SimpleRNN(3, return_sequences=True), [(4, 2), steps], masked),
        ("long short-term", L.LSTM(3, recurrent_activation="hard_sigmoid"), [(4, 2)]),
        ("long short-term, masked, all outputs", L.LSTM(2, return_sequences=True, return_state=True), [(4, 2), steps], masked),
        ("long short-term, backwards, masked", L.LSTM(2, go_backwards=True), [(4, 2), steps], masked),
        ("long short-term, states given", L.LSTM(2, return_state=True), [(4, 3), (2,), (2,)],
         lambda layer, x, h, c: layer(x, initial_state=[h, c])),
        ("gated", L.GRU(3), [(4, 2)]),
        ("gated, reset before", L.GRU(2, reset_after=False, return_sequences=True), [(4, 2)]),
        ("gated, reset before, masked", L.GRU(2, reset_after=False), [(4, 2), steps], masked),
        ("gated, backwards, without bias", L.GRU(2, go_backwards=True, return_sequences=True, use_bias=False), [(4, 2)]),
        ("gated, masked, state given", L.GRU(2, return_state=True), [(4, 3), (2,), steps],
         lambda layer, x, h, m: layer(x, initial_state=h, mask=m)),
        ("gated, zeros where masked", L.RNN(L.GRUCell(2), return_sequences=True, zero_output_for_mask=True), [(4, 3), steps], masked),
        ("gated, open steps", L.GRU(2, return_sequences=True), [{"shape": (None, 3), "sizes": (4, 3)}]),
        ("a cell", L.RNN(L.GRUCell(2, activation="hard_sigmoid")), [(3, 2)]),
        ("stacked cells", L.RNN([L.LSTMCell(2), L.GRUCell(3), L.SimpleRNNCell(2)], return_state=True, return_sequences=True), [(3, 2)]),
        ("both directions, long short-term", both(L.LSTM(2, return_sequences=True)), [(4, 3)]),
        ("both directions, gated", both(L.GRU(2)), [(4, 3)]),
        ("both directions, gated, all outputs", both(L.GRU(2, return_sequences=True, return_state=True), merge_mode="sum"), [(4, 3)]),
        ("both directions, apart", both(L.LSTM(2), merge_mode=None), [(4, 3)]),
        ("both directions, masked", both(L.LSTM(2, return_sequences=True), merge_mode="ave"), [(4, 3), steps], masked),
        ("both directions, other layers", both(L.GRU(2), backward_layer=L.SimpleRNN(2, go_backwards=True), merge_mode="mul"), [(4, 3)]),
        ("both directions, states given", both(L.GRU(2)), [(4, 3), (2,), (2,)], lambda layer, x, a, b: layer(x, initial_state=[a, b])),
        ("convolutions over one axis", L.ConvLSTM1D(2, 3), [(3, 5, 2)]),
        ("convolutions over one axis, all outputs", L.ConvLSTM1D(2, 2, padding="same", return_sequences=True, return_state=True), [(2, 4, 1)]),
        ("convolutions over two axes", L.ConvLSTM2D(2, 2, padding="same"), [(2, 3, 3, 2)]),
        ("convolutions over two axes, strides", L.ConvLSTM2D(1, 2, strides=2, return_sequences=True), [(2, 4, 5, 1)]),
        ("convolutions over two axes, channels last, masked", L.ConvLSTM2D(1, 2), [(3, 3, 4, 1), {**steps, "shape": (3,)}], masked),
        ("convolutions over three axes", L.ConvLSTM3D(1, 2), [(2, 3, 3, 2, 2)]),
        ("each step", L.TimeDistributed(L.Dense(2, activation="hard_sigmoid")), [(3, 4)]),
        ("each step by a layer of ours", L.TimeDistributed(L.GroupNormalization(2)), [(3, 2, 4)]),
        ("each step, masked", L.TimeDistributed(L.SimpleRNN(2)), [(2, 4, 3), {**steps, "shape": (2, 4)}], masked),
        ("layers one after another", L.Pipeline([L.Rescaling(0.5), L.Resizing(2, 3), L.RandomFlip()]), [(4, 4, 1)],
         lambda layer, x: layer(x, training=False)),
        ("a spectral norm", L.SpectralNormalization(L.Conv2D(2, 2)), [(3, 3, 2)]),
        ("a spectral norm of groups", L.SpectralNormalization(L.Conv2D(2, 2, groups=2)), [(3, 3, 2)]),
    ]


def operation():
    from keras import ops as O

    cases = []

    def add(name, specs, call):
        cases.append((name, None, specs, lambda _, *xs: call(*xs)))

    x, wide, positive = (3, 4), {"shape": (3, 4), "low": -4.0, "high": 4.0}, {"shape": (3, 4), "low": 0.25, "high": 3.0}
    unit = {"shape": (3, 4), "low": -0.9, "high": 0.9}
    whole = {"shape": (3, 4), "dtype": "int32", "low": -3, "high": 4}
    bits = {"shape": (3, 4), "dtype": "bool", "low": 0, "high": 2}
    for name in ("absolute ceil cos cosh erf exp exp2 expm1 floor isfinite isinf isnan negative sign sin sinh square tan tanh trunc "
                 "arctan arcsinh zeros_like ones_like copy stop_gradient relu relu6 selu sigmoid silu softplus softsign log_sigmoid "
                 "deg2rad rad2deg erfc hard_sigmoid hard_silu hard_tanh sparse_plus sparse_sigmoid tanh_shrink celu elu gelu glu hard_shrink leaky_relu "
                 "soft_shrink squareplus softmax log_softmax sparsemax logical_not").split():
        add(name, [wide], getattr(O, name))
    for name in "log log10 log1p log2 reciprocal rsqrt sqrt".split():
        add(name, [positive], getattr(O, name))
    for name in "arccos arcsin arctanh".split():
        add(name, [unit], getattr(O, name))
    add("arccosh", [{**positive, "low": 1.5}], O.arccosh)
    for name in ("add subtract multiply maximum minimum equal not_equal greater greater_equal less less_equal arctan2 hypot "
                 "logaddexp divide true_divide").split():
        add(name, [x, x], getattr(O, name))
    for name in "logical_and logical_or logical_xor".split():
        add(name, [bits, bits], getattr(O, name))
    add("power", [positive, x], O.power)
    add("mod", [wide, positive], O.mod)
    add("floor_divide", [wide, positive], O.floor_divide)
    add("divide_no_nan", [x, {"shape": (3, 4), "low": 0.0, "high": 0.0}], O.divide_no_nan)
    add("broadcast of a row", [x, (1, 4)], O.add)
    add("plus a number", [x], lambda a: a + 3.0)
    add("a number less", [x], lambda a: 1.5 - a)
    add("times a constant array", [x], lambda a: a * O.convert_to_tensor([1.0, 2.0, 0.5, -1.0]))
    add("integers times a number", [whole], lambda a: a * 3)
    add("integers divided", [whole], lambda a: a / 2)
    add("equal to a number", [whole], lambda a: O.not_equal(a, 0))
    add("twice the same tensor", [x], lambda a: a * a)
    add("gelu by tanh", [wide], lambda a: O.gelu(a, approximate=False))
    add("elu with alpha", [wide], lambda a: O.elu(a, alpha=0.5))
    add("threshold", [wide], lambda a: O.threshold(a, 0.5, -1.0))
    add("relu of integers", [whole], O.relu)
    for name in "mean sum max min prod var std logsumexp amax amin".split():
        add(f"{name} of an axis", [x], lambda a, f=getattr(O, name): f(a, axis=1))
        add(f"{name} of axes, kept", [x], lambda a, f=getattr(O, name): f(a, axis=(1, 2), keepdims=True))
    add("mean of the batch and all", [x], O.mean)
    add("average", [x], lambda a: O.average(a, axis=1))
    add("weighted average", [x], lambda a: O.average(a, axis=1, weights=O.convert_to_tensor([1.0, 2.0, 3.0])))
    add("any", [bits], lambda a: O.any(a, axis=-1))
    add("all", [bits], lambda a: O.all(a, axis=1, keepdims=True))
    add("count of others than 0", [whole], lambda a: O.count_nonzero(a, axis=1))
    add("argmax", [x], lambda a: O.argmax(a, axis=-1))
    add("argmin, kept", [x], lambda a: O.argmin(a, axis=1, keepdims=True))
    add("sort", [x], lambda a: O.sort(a, axis=1))
    add("argsort", [x], O.argsort)
    add("cumsum", [x], lambda a: O.cumsum(a, axis=1))
    add("cumprod", [x], lambda a: O.cumprod(a, axis=-1))
    add("top k", [x], lambda a: O.top_k(a, 2))
    add("normalize", [x], lambda a: O.normalize(a, axis=-1, order=2))
    add("normalize by sums", [x], lambda a: O.normalize(a, axis=1, order=1))
    add("cast", [wide], lambda a: O.cast(a, "int32"))
    add("cast to bool", [whole], lambda a: O.cast(a, "bool"))
    add("convert to tensor", [whole], lambda a: O.convert_to_tensor(a))
    add("convert to floats", [whole], lambda a: O.convert_to_tensor(a, dtype="float32"))
    add("side by side", [x, (3, 4)], lambda a, b: O.hstack([a, b]))
    add("one below the other", [x, x], lambda a, b: O.vstack([a, b]))
    add("cube root", [wide], O.cbrt)
    add("absolute in floats", [wide], O.fabs)
    add("peak to peak", [wide], lambda a: O.ptp(a, axis=1))
    add("clip", [wide], lambda a: O.clip(a, -1.0, 2.0))
    add("round", [wide], O.round)
    add("round to decimals", [wide], lambda a: O.round(a, 1))
    add("where", [bits, x, x], O.where)
    add("where, a number", [bits, x], lambda c, a: O.where(c, a, 0.0))
    add("full like", [x], lambda a: O.full_like(a, 2.5))
    add("transpose", [x], lambda a: O.transpose(a, (0, 2, 1)))
    add("swap axes", [x], lambda a: O.swapaxes(a, 1, -1))
    add("move an axis", [(2, 3, 4)], lambda a: O.moveaxis(a, -1, 1))
    add("expand dims", [x], lambda a: O.expand_dims(a, -1))
    add("squeeze", [(3, 1, 4)], lambda a: O.squeeze(a, axis=2))
    add("reshape", [x], lambda a: O.reshape(a, (-1, 2, 6)))
    add("reshape of an open axis", [{"shape": (None, 4), "sizes": (3, 4)}], lambda a: O.reshape(a, (2, -1, 2)))
    add("ravel", [x], O.ravel)
    add("concatenate", [x, (2, 4)], lambda a, b: O.concatenate([a, b], axis=1))
    add("stack", [x, x], lambda a, b: O.stack([a, b], axis=1))
    add("split", [x], lambda a: O.split(a, 2, axis=-1))
    add("split at indices", [x], lambda a: O.split(a, [1, 3], axis=2))
    add("unstack", [x], lambda a: O.unstack(a, axis=1))
    add("broadcast to", [(1, 4)], lambda a: O.broadcast_to(a, (2, 3, 4)))
    add("flip", [x], lambda a: O.flip(a, axis=1))
    add("pad", [x], lambda a: O.pad(a, ((0, 0), (1, 2), (0, 1)), constant_values=2.0))
    add("pad by mirrors", [x], lambda a: O.pad(a, ((0, 0), (1, 2), (0, 1)), mode="reflect"))
    add("repeat", [x], lambda a: O.repeat(a, 2, axis=1))
    add("roll", [x], lambda a: O.roll(a, 1, axis=1))
    add("tile", [x], lambda a: O.tile(a, (1, 2, 1)))
    add("one hot", [{**whole, "low": 0}], lambda a: O.one_hot(a, 4))
    add("one hot, an inner axis", [{**whole, "low": 0}], lambda a: O.one_hot(a, 4, axis=1))
    add("take", [x, {"shape": (2,), "dtype": "int32", "low": 0, "high": 3}], lambda a, i: O.take(a, i, axis=2))
    add("take of constants", [x], lambda a: O.take(a, [2, -1], axis=1))
    add("lower triangle", [x], lambda a: O.tril(a, 1))
    add("upper triangle", [x], lambda a: O.triu(a, -1))
    add("matmul", [x, (4, 2)], O.matmul)
    add("matmul of a vector", [x], lambda a: O.matmul(a, O.convert_to_tensor([1.0, 2.0, 3.0, 4.0])))
    add("einsum", [x, (5, 4)], lambda a, b: O.einsum("bij,bkj->bik", a, b))
    add("tensordot", [x], lambda a: O.tensordot(a, O.convert_to_tensor([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0], [1.0, 1.0]]), axes=1))
    add("dot", [x], lambda a: O.dot(a, O.convert_to_tensor([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0], [1.0, 1.0]])))
    add("item", [x], lambda a: a[:, 1])
    add("items from the end", [x], lambda a: a[..., -1:])
    add("items with steps", [x], lambda a: a[:, ::2, 3:0:-2])
    add("items backwards", [x], lambda a: a[:, ::-1])
    add("items, a new axis", [x], lambda a: a[:, None, 0, 1:3])
    add("items of an open axis", [{"shape": (None, 4), "sizes": (5, 4)}], lambda a: a[:, 1:-1])
    add("largest of windows", [(4, 6, 2)], lambda a: O.max_pool(a, 2, padding="same"))
    add("mean of windows", [(4, 6, 2)], lambda a: O.average_pool(a, (2, 3), strides=1))
    add("resize", [(4, 6, 2)], lambda a: O.image.resize(a, (5, 3)))
    add("grayscale", [(2, 3, 3)], O.image.rgb_to_grayscale)
    return cases


FAMILIES = {
    "merging": merging,
    "spectrogram": spectrogram,
    "operation": operation,
    "recurrent": recurrent,
    "attention": attention,
    "feature": feature,
    "image": image,
    "activation": activation,
    "convolution": convolution,
    "core": core,
    "normalization": normalization,
    "pooling": pooling,
    "reshaping": reshaping,
}
