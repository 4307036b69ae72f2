// Generated from the endpoint files by `npm run schemas`. Do not edit.

export interface RecognizeSpeechRequest {
  /**
   * 语音文件的media_id, of media/upload: ogg or amr, at most 60 seconds
   */
  media_id: string;
}

export interface RecognizeSpeechResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 识别结果: the recognised text, empty in the sample
   */
  result: string;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface RecognizeTextRequest {
  /**
   * 识别图片类型
   */
  type:
    | 'idcard'
    | 'invoice'
    | 'blicense'
    | 'bank_card'
    | 'car_no'
    | 'car_invoice'
    | 'driving_license'
    | 'vehicle_license'
    | 'train_ticket'
    | 'quota_invoice'
    | 'taxi_ticket'
    | 'air_itinerary'
    | 'approval_table'
    | 'roster';
  /**
   * 图片地址. Reachable by everybody
   */
  image_url: string;
}

export interface RecognizeTextResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 识别结果: JSON text whose keys are Chinese labels that depend on type
     */
    data: string;
    /**
     * 图片旋转角度
     */
    angle?: number;
    /**
     * 图片宽度
     */
    width?: number;
    /**
     * 图片高度
     */
    height?: number;
    /**
     * 原图宽度
     */
    original_width?: number;
    /**
     * 原图高度
     */
    original_height?: number;
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface TranslateTextRequest {
  /**
   * 翻译源文字符串
   */
  query: string;
  /**
   * 翻译源语言类型, ISO 639-1
   */
  source_language: string;
  /**
   * 翻译目标语言类型, ISO 639-1
   */
  target_language: string;
}

export interface TranslateTextResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 翻译结果: the translation itself, no object
   */
  result: string;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListCategoriesRequest {
  /**
   * 操作人的userId，必须是公告管理员
   */
  operation_userid: string;
}

export interface ListCategoriesResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 分类ID
     */
    id: string;
    /**
     * 分类名
     */
    name: string;
  }[];
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface CreateAnnouncementRequest {
  /**
   * 请求对象
   */
  create_request: {
    /**
     * 操作人的userId，必须是公告管理员
     */
    operation_userid: string;
    /**
     * 公告作者
     */
    author?: string;
    /**
     * 保密等级
     */
    private_level?: 0 | 20;
    /**
     * 是否发送应用内钉提醒
     */
    ding?: boolean;
    /**
     * 公告接收人
     */
    blackboard_receiver: {
      /**
       * 接收部门ID列表，最大长度20。-1 stands for the root department, which is everybody
       *
       * @maxItems 20
       */
      deptid_list?: number[];
      /**
       * 接收人userId列表，最大长度1000
       *
       * @maxItems 1000
       */
      userid_list?: string[];
    };
    /**
     * 公告标题
     */
    title: string;
    /**
     * 公告是否置顶
     */
    push_top?: boolean;
    /**
     * 公告内容
     */
    content: string;
    /**
     * 公告分类ID, an id of blackboard/category-list
     */
    category_id?: string;
    /**
     * 封面图，格式为@mediaId, of media/upload
     */
    coverpic_mediaid?: string;
  };
}

export interface CreateAnnouncementResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 是否创建成功。No id is returned
   */
  result: boolean;
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface DeleteAnnouncementRequest {
  /**
   * 公告ID, one of blackboard/listids. Top level, not inside an object
   */
  blackboard_id: string;
  /**
   * 操作人的userId，必须是公告管理员
   */
  operation_userid: string;
}

export interface DeleteAnnouncementResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 是否删除成功
   */
  result: boolean;
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetAnnouncementRequest {
  /**
   * 公告id, one of blackboard/listids
   */
  blackboard_id: string;
  /**
   * 操作人userId. Need not be an administrator
   */
  operation_userid: string;
}

export interface GetAnnouncementResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 公告详情
   */
  result: {
    /**
     * 公告id
     */
    id: string;
    /**
     * 公告作者
     */
    author?: string;
    /**
     * 公告标题
     */
    title: string;
    /**
     * 公告内容
     */
    content: string;
    /**
     * 公告分类ID
     */
    category_id?: string;
    /**
     * 保密等级
     */
    private_level: 0 | 20;
    /**
     * 接收部门列表: names
     */
    depname_list?: string[];
    /**
     * 接收人列表: names
     */
    username_list?: string[];
    /**
     * 公告创建时间
     */
    gmt_create: string;
    /**
     * 公告最后修改时间
     */
    gmt_modified: string;
    /**
     * 已读人数
     */
    read_count: number;
    /**
     * 未读人数
     */
    unread_count: number;
    /**
     * 封面图的url链接, while create takes a media id
     */
    coverpic_url?: string;
    /**
     * 接收人列表
     */
    user_list?: {
      /**
       * 员工userId
       */
      staff_id: string;
      /**
       * 员工名字
       */
      name: string;
    }[];
    /**
     * 接收部门列表. In camelCase among its neighbours
     */
    deptList?: {
      /**
       * 部门ID，该参数已加密: not the numeric department id
       */
      dept_id: string;
      /**
       * 部门名称
       */
      name: string;
    }[];
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetBlackboardRequest {
  /**
   * 操作人userId
   */
  operationUserId?: string;
  /**
   * 公告ID
   */
  blackboardId?: string;
}

export interface GetBlackboardResponse {
  /**
   * 公告ID, 32 lowercase hex characters
   */
  id: string;
  /**
   * 发送人的userId
   */
  senderStaffId: string;
  /**
   * 公告标题
   */
  title: string;
  /**
   * 公告内容
   */
  content: string;
  /**
   * 公告分类ID
   */
  categoryId?: string;
  /**
   * 公告分类名
   */
  categoryName?: string;
  /**
   * 封面图的url链接
   */
  coverPicUrl?: string;
  /**
   * 保密等级
   */
  privateLevel: 0 | 20;
  /**
   * 是否置顶. The only place where push_top of create can be read back
   */
  isPushTop: 0 | 1;
  /**
   * 接收部门列表: names
   */
  depNameList?: string[];
  /**
   * 接收人列表: names
   */
  userNameList?: string[];
  /**
   * 公告创建时间
   */
  gmtCreate: string;
  /**
   * 公告最后修改时间
   */
  gmtModified: string;
  /**
   * 已读人数
   */
  readCount: number;
  /**
   * 未读人数
   */
  unReadCount: number;
  /**
   * 接收人列表
   */
  userList?: {
    /**
     * 组织的corpId
     */
    corpId: string;
    /**
     * 员工userId
     */
    staffId: string;
    /**
     * 员工名字
     */
    name: string;
  }[];
  /**
   * 接收部门列表
   */
  deptList?: {
    /**
     * 部门ID
     */
    deptId: string;
    /**
     * 部门名称
     */
    name: string;
  }[];
  /**
   * 附件列表
   */
  attachments?: {
    /**
     * 文件名
     */
    fileName: string;
    /**
     * 文件类型
     */
    fileType: string;
    /**
     * 文件ID
     */
    dentryId: string;
    /**
     * 空间ID
     */
    spaceId: string;
  }[];
}

export interface ListAnnouncementIdsRequest {
  /**
   * 请求对象
   */
  query_request: {
    /**
     * 操作人的userId，必须是公告管理员
     */
    operation_userid: string;
    /**
     * 分页大小，从1开始不超过30，且必须为正整数
     */
    page_size: number;
    /**
     * 页码，从1开始且必须为正整数
     */
    page: number;
    /**
     * 开始时间, inclusive
     */
    start_time?: string;
    /**
     * 结束时间, exclusive
     */
    end_time?: string;
    /**
     * 分类ID, an id of blackboard/category-list
     */
    category_id?: string;
  };
}

export interface ListAnnouncementIdsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 公告ID列表
   */
  result?: string[];
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListTopTenRequest {
  /**
   * 员工的userId. Any employee, not only administrators
   */
  userid: string;
}

export interface ListTopTenResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果. At the top level, not inside result
   *
   * @maxItems 10
   */
  blackboard_list?: {
    /**
     * 创建时间
     */
    gmt_create: string;
    /**
     * 公告标题
     */
    title: string;
    /**
     * 跳转URL. bid in its query looks like the announcement id
     */
    url: string;
    /**
     * 公告分类ID
     */
    categoryId?: string;
    /**
     * 公告ID
     */
    id?: string;
  }[];
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface UpdateAnnouncementRequest {
  /**
   * 请求对象
   */
  update_request: {
    /**
     * 公告ID
     */
    blackboard_id: string;
    /**
     * 操作人的userId，必须是公告管理员
     */
    operation_userid: string;
    /**
     * 公告标题. Has to be sent again even if unchanged
     */
    title: string;
    /**
     * 公告内容. Has to be sent again even if unchanged
     */
    content: string;
    /**
     * 公告作者
     */
    author?: string;
    /**
     * 是否发送应用内钉提醒
     */
    ding?: boolean;
    /**
     * 公告分类ID, an id of blackboard/category-list
     */
    category_id?: string;
    /**
     * 修改后是否再次通知接收人
     */
    notify?: boolean;
    /**
     * 封面图，格式为@mediaId, of media/upload
     */
    coverpic_mediaid?: string;
  };
}

export interface UpdateAnnouncementResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 是否成功
   */
  result: boolean;
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetDepartmentCheckinsRequest {
  /**
   * 部门ID. 1 is the root
   */
  department_id: string;
  /**
   * 开始时间, epoch milliseconds
   */
  start_time: number;
  /**
   * 结束时间, epoch milliseconds
   */
  end_time: number;
  /**
   * 偏移量, from 0. Counts only together with size
   */
  offset?: number;
  /**
   * 分页大小. Counts only together with offset
   */
  size?: number;
  /**
   * 排序: asc 正序, desc 倒序
   */
  order?: 'asc' | 'desc';
}

export interface GetDepartmentCheckinsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * The check-ins; there is no count and no cursor beside them
   */
  data?: {
    name: string;
    userId: string;
    /**
     * 头像URL. Left out for people who have none
     */
    avatar?: string;
    /**
     * 签到时间, epoch milliseconds
     */
    timestamp: number;
    place: string;
    detailPlace: string;
    remark?: string;
    /**
     * 签到照片URL列表. Shown where pictures were taken
     */
    imageList?: string[];
    latitude?: string | number;
    longitude?: string | number;
  }[];
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
}

export interface GetCheckinRecordsRequest {
  /**
   * 需要查询的用户列表，最大列表长度为10. Comma-separated in one string
   */
  userid_list: string;
  /**
   * 开始时间，Unix时间戳，单位毫秒
   */
  start_time: number;
  /**
   * 截止时间，单位毫秒
   */
  end_time: number;
  /**
   * 分页查询的游标，最开始可以传0, then next_cursor
   */
  cursor: number;
  /**
   * 分页查询的每页大小，最大100
   */
  size: number;
}

export interface GetCheckinRecordsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 下次查询的游标，为null代表没有更多的数据
     */
    next_cursor?: number | null;
    /**
     * 签到信息
     */
    page_list?: {
      /**
       * 签到时间，单位毫秒
       */
      checkin_time: number;
      /**
       * 签到照片URL列表. 如果签到没有上传图片，不返回该字段
       */
      image_list?: string[];
      /**
       * 签到详细地址
       */
      detail_place: string;
      /**
       * 签到地址
       */
      place: string;
      /**
       * 签到备注
       */
      remark?: string;
      /**
       * 签到用户userId. Leading zeros occur
       */
      userid: string;
      /**
       * 签到位置经度. A string, not a number
       */
      longitude?: string;
      /**
       * 签到位置纬度. A string, not a number
       */
      latitude?: string;
      /**
       * 签到的拜访对象，可以为外部联系人的userId或者用户自己输入的名字
       */
      visit_user?: string;
    }[];
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListDismissedEmployeesRequest {
  /**
   * 分页查询的游标. 0 or left out for the first page, then the value returned
   */
  nextToken?: number;
  /**
   * 每页条目数，默认值30，最大值50
   */
  maxResults?: number;
}

export interface ListDismissedEmployeesResponse {
  /**
   * 分页游标, an integer of 64 bits
   */
  nextToken?: number;
  /**
   * 是否还有更多数据，以此为依据判断是否继续查询下一页
   */
  hasMore: boolean;
  /**
   * 返回的离职人员userId列表
   */
  userIdList: string[];
}

export interface ListOnJobEmployeesRequest {
  /**
   * 在职员工状态筛选，可以查询多个状态。不同状态之间使用英文逗号分隔
   */
  status_list: string;
  /**
   * 分页游标，从0开始. 根据返回结果里的next_cursor是否为空来判断是否还有下一页，且再次调用时offset设置成next_cursor的值
   */
  offset: number;
  /**
   * 分页大小，最大50
   */
  size: number;
}

export interface ListOnJobEmployeesResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 查询到的员工userid
     */
    data_list?: string[];
    /**
     * 下一次分页调用的offset值，当返回结果里没有next_cursor时，表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListPreEntryEmployeesRequest {
  /**
   * 分页游标，从0开始. 根据返回结果里的next_cursor是否为空来判断是否还有下一页，且再次调用时offset设置成next_cursor的值
   */
  offset: number;
  /**
   * 分页大小，最大50
   */
  size: number;
}

export interface ListPreEntryEmployeesResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 查询到的待入职员工userid
     */
    data_list?: string[];
    /**
     * 下一次分页调用的offset值，当返回结果里没有next_cursor时，表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListCommentsRequest {
  /**
   * 日志ID
   */
  report_id: string;
  /**
   * 分页查询的游标，最开始传0，后续传返回参数中的next_cursor值，默认值为0
   */
  offset?: number;
  /**
   * 分页参数，每页大小，最多传20，默认值为20
   */
  size?: number;
}

export interface ListCommentsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 日志评论详情
     */
    comments: {
      /**
       * 评论人ID
       */
      userid: string;
      /**
       * 评论内容
       */
      content: string;
      /**
       * 评论时间. No timestamp
       */
      create_time: string;
    }[];
    /**
     * 是否还有下一页
     */
    has_more: boolean;
    /**
     * 下一次分页调用的offset值，当返回结果里没有next_cursor时，表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface CreateReportRequest {
  /**
   * 创建日志的参数对象
   */
  create_report_param: {
    /**
     * 日志内容数组，根据该日志模板中每一项信息传参
     *
     * Items: 日志内容
     */
    contents: {
      /**
       * 模板字段的序号: sort of the field as report/template-getbyname gives it
       */
      sort: number;
      /**
       * 字段类型: only text is supported
       */
      type: 1;
      /**
       * 内容格式
       */
      content_type: 'markdown';
      /**
       * 日志内容. Markdown only; text past 1000 characters is cut, not refused
       */
      content: string;
      /**
       * 模板字段名称: field_name of report/template-getbyname, character for character
       */
      key: string;
    }[];
    /**
     * 模板ID: result.id of report/template-getbyname, which is report_code of report/template-listbyuserid
     */
    template_id: string;
    /**
     * 日志发送到的员工userId
     */
    to_userids?: string[];
    /**
     * 发送日志到员工时是否发送单聊消息
     */
    to_chat: boolean;
    /**
     * 日志要发送到的群ID: only groups that are default receivers of the template
     */
    to_cids?: string[];
    /**
     * 日志来源，每个组织可以自己起一个唯一的来源标识，自定义的值
     */
    dd_from: string;
    /**
     * 创建日志的员工userId
     */
    userid: string;
  };
}

export interface CreateReportResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 调用结果: the id of the new report
   */
  result: string;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetUnreadCountRequest {
  /**
   * 要获取的员工userId
   */
  userid: string;
}

export interface GetUnreadCountResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 员工日志未读数. At the top level, not inside result
   */
  count: number;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListReportsRequest {
  /**
   * 查询的日志创建的开始时间，Unix时间戳，单位毫秒
   */
  start_time: number;
  /**
   * 查询的日志创建的结束时间，Unix时间戳，单位毫秒. At most 180 days after start_time
   */
  end_time: number;
  /**
   * 要查询的模板名称, exact
   */
  template_name?: string;
  /**
   * 员工的userId, the author
   */
  userid?: string;
  /**
   * 查询游标，初始传入0，后续从上一次的返回值中获取
   */
  cursor: number;
  /**
   * 每页数据量，最大值为20
   */
  size: number;
  /**
   * 查询的日志修改的开始时间，Unix时间戳，单位毫秒
   */
  modified_start_time?: number;
  /**
   * 查询的日志修改的结束时间，Unix时间戳，单位毫秒
   */
  modified_end_time?: number;
}

export interface ListReportsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 日志列表. Empty when nothing matches
     */
    data_list: {
      /**
       * 日志ID
       */
      report_id: string;
      /**
       * 日志模板名称
       */
      template_name: string;
      /**
       * 日志创建人的userId
       */
      creator_id: string;
      /**
       * 日志创建人
       */
      creator_name: string;
      /**
       * 部门. Several are joined by an ASCII comma
       */
      dept_name: string;
      /**
       * 日志创建时间, in milliseconds, whole seconds in every sample
       */
      create_time: number;
      /**
       * 日志修改时间, in milliseconds
       */
      modified_time: number;
      /**
       * 备注
       */
      remark?: string;
      /**
       * 日志内容
       */
      contents: {
        /**
         * 模板内容: name of the field
         */
        key: string;
        /**
         * 排序. A string here
         */
        sort: string;
        /**
         * 日志类型: type of the field. A string here
         */
        type: string;
        /**
         * 用户填写的内容. May be empty
         */
        value?: string;
      }[];
    }[];
    /**
     * 分页大小: the size that was asked for, not the number of rows
     */
    size: number;
    /**
     * 下一游标. There even on the last page of the samples
     */
    next_cursor?: number;
    /**
     * 是否还有下一页数据
     */
    has_more: boolean;
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListReceiversRequest {
  /**
   * 日志ID
   */
  report_id: string;
  /**
   * 分页查询的游标，最开始传0，后续传返回参数中的next_cursor值，默认值为0
   */
  offset?: number;
  /**
   * 分页参数，每页大小，最多传100，默认值为100
   */
  size?: number;
}

export interface ListReceiversResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 日志接收人userId列表
     */
    userid_list: string[];
    /**
     * 是否还有下一页数据
     */
    has_more: boolean;
    /**
     * 下一次分页调用的offset值，当返回结果里没有next_cursor时，表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface SaveReportContentRequest {
  /**
   * 请求参数对象, named as in report/create
   */
  create_report_param: {
    /**
     * 日志内容数组，根据该日志模板中每一项信息传参
     *
     * Items: 日志内容
     */
    contents: {
      /**
       * 模板字段的序号: sort of the field as report/template-getbyname gives it
       */
      sort: number;
      /**
       * 字段类型: only text is supported
       */
      type: 1;
      /**
       * 内容格式
       */
      content_type: 'markdown';
      /**
       * 日志内容. Markdown only; no limit is documented here
       */
      content: string;
      /**
       * 模板字段名称: field_name of report/template-getbyname, character for character
       */
      key: string;
    }[];
    /**
     * 模板ID: result.id of report/template-getbyname, which is report_code of report/template-listbyuserid
     */
    template_id: string;
    /**
     * 日志来源，每个组织可以自己起一个唯一的来源标识，自定义的值
     */
    dd_from: string;
    /**
     * 员工的userId, the author
     */
    userid: string;
  };
}

export interface SaveReportContentResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 调用结果: the id of the saved content
   */
  result: string;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListReportSummariesRequest {
  /**
   * 查询起始时间，Unix时间戳，单位毫秒
   */
  start_time: number;
  /**
   * 查询截止时间，Unix时间戳，单位毫秒. At most 180 days after start_time
   */
  end_time: number;
  /**
   * 要查询的模板名称, exact
   */
  template_name?: string;
  /**
   * 员工的userId, the author
   */
  userid?: string;
  /**
   * 查询游标，初始传入0，后续从上一次的返回值中获取
   */
  cursor: number;
  /**
   * 每页数据量，最大值为20
   */
  size: number;
}

export interface ListReportSummariesResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 日志列表
     */
    data_list: {
      /**
       * 日志ID
       */
      report_id: string;
      /**
       * 日志模板名
       */
      template_name: string;
      /**
       * 日志创建人userId
       */
      creator_id: string;
      /**
       * 日志创建人
       */
      creator_name: string;
      /**
       * 部门. Several are joined by an ASCII comma
       */
      dept_name: string;
      /**
       * 日志创建时间, in milliseconds, whole seconds in every sample
       */
      create_time: number;
      /**
       * 备注
       */
      remark?: string;
    }[];
    /**
     * 分页大小
     */
    size: number;
    /**
     * 下一页的游标. There even on the last page of the sample
     */
    next_cursor?: number;
    /**
     * 是否还有下一页数据
     */
    has_more: boolean;
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetReportStatisticsRequest {
  /**
   * 日志ID, from report/list or report/simplelist
   */
  report_id: string;
}

export interface GetReportStatisticsResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 已读人数
     */
    read_num: number;
    /**
     * 评论个数
     */
    comment_num: number;
    /**
     * 评论人数, each person once
     */
    comment_user_num: number;
    /**
     * 点赞人数
     */
    like_num: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListReportPeopleRequest {
  /**
   * 日志ID
   */
  report_id: string;
  /**
   * 查询类型
   */
  type: 0 | 1 | 2;
  /**
   * 分页查询的游标，最开始传0，后续传返回参数中的next_cursor值，默认值为0
   */
  offset?: number;
  /**
   * 分页参数，每页大小，最多传100，默认值为100
   */
  size?: number;
}

export interface ListReportPeopleResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * userId列表
     */
    userid_list?: string[];
    /**
     * 是否还有下一页数据
     */
    has_more: boolean;
    /**
     * 下一次分页调用的offset值，当返回结果里没有next_cursor时，表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetTemplateByNameRequest {
  /**
   * 操作该接口的员工userId
   */
  userid: string;
  /**
   * 模板名称, exact
   */
  template_name: string;
}

export interface GetTemplateByNameResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 模板ID, which is report_code of report/template-listbyuserid
     */
    id: string;
    /**
     * 模板名称
     */
    name: string;
    /**
     * 日志模板内各字段的信息
     */
    fields: {
      /**
       * 模板字段名称
       */
      field_name: string;
      /**
       * 模板字段在当前模板内排序. The SDK calls it the unique id of the field
       */
      sort: number;
      /**
       * 字段类型
       */
      type: number;
    }[];
    /**
     * 模板默认接收人
     */
    default_receivers?: {
      /**
       * 默认接收人员工的userId
       */
      userid?: string;
      /**
       * 默认接收人名称
       */
      user_name?: string;
    }[];
    /**
     * 默认接收群. 模板中如果没有设置默认接收群，该字段不会返回
     */
    default_received_convs?: {
      /**
       * 该日志模板的默认接收群ID: a value for to_cids of report/create
       */
      conversation_id?: string;
      /**
       * 群名称
       */
      title?: string;
    }[];
    /**
     * 操作该接口的员工userId
     */
    userid: string;
    /**
     * 操作该接口的员工姓名
     */
    user_name?: string;
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface ListTemplatesByUserRequest {
  /**
   * 员工的userId. 不传递表示获取所有日志模板
   */
  userid?: string;
  /**
   * 分页游标，从0开始, then next_cursor
   */
  offset?: number;
  /**
   * 分页大小，最大可设置成100
   */
  size?: number;
}

export interface ListTemplatesByUserResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 返回结果
   */
  result: {
    /**
     * 模板列表
     */
    template_list: {
      /**
       * 日志模板名称
       */
      name: string;
      /**
       * 模板图标URL
       */
      icon_url: string;
      /**
       * 模板Code, the template id
       */
      report_code: string;
      /**
       * 模板URL
       */
      url: string;
    }[];
    /**
     * 下一次分页调用的offset值，没有时表示分页结束
     */
    next_cursor?: number;
  };
  /**
   * 请求ID
   */
  request_id?: string;
}

export interface GetAccessTokenRequest {
  /**
   * 应用的Client ID
   */
  appKey: string;
  /**
   * 应用的Client Secret
   */
  appSecret: string;
}

export interface GetAccessTokenResponse {
  /**
   * 生成的accessToken
   */
  accessToken: string;
  /**
   * accessToken的过期时间，单位秒. Spelt without s
   */
  expireIn: number;
}

export interface GetTokenRequest {
  /**
   * 应用的唯一标识key, the Client ID
   */
  appkey: string;
  /**
   * 应用的密钥, the Client Secret
   */
  appsecret: string;
}

export interface GetTokenResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 生成的access_token
   */
  access_token: string;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * access_token的过期时间，单位秒
   */
  expires_in: number;
}
