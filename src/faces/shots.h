// Where one shot ends and another begins, from thumbs of luma.
#pragma once

#include <opencv2/core.hpp>

namespace counterclip::faces {

// How alike two thumbs are: their correlation, -1..1. Light that rises and falls as a whole changes nothing.
float likeness(const cv::Mat& a, const cv::Mat& b);

// Whether `now` is the first frame of a new shot: unlike the frame before in a jump that stands out of the motion
// around it, and the old picture does not come back in the two frames after (a flash). On doubt no: a cut that is
// missed costs a mask held too long, a cut that is not there ends a hold too early. Empty thumbs: the recording's ends.
bool is_cut(const cv::Mat& before2, const cv::Mat& before, const cv::Mat& now, const cv::Mat& after,
            const cv::Mat& after2);

// Light or picture changed so much that what was seen before says little: look again.
bool changed(const cv::Mat& before, const cv::Mat& now);

// 0..255: between the darkest and lightest fiftieth of the thumb.
float contrast(const cv::Mat& thumb);
// Whether a picture is so dark or pale that detectors need it stretched and every look at it counts.
bool is_dull(const cv::Mat& thumb);
// Whether a part of the picture is so dark that a viewer would have to lighten it to see who is there.
bool has_deep_shadows(const cv::Mat& thumb);

}  // namespace counterclip::faces
